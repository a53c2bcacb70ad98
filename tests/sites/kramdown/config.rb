set :markdown_engine, :kramdown
