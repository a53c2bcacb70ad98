set :markdown_engine, :kramdown
set :markdown, input: 'GFM', hard_wrap: false
activate :directory_indexes
