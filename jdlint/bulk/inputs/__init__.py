"""Where rows come from: Parquet, JSON Lines and CSV, on this disk or wherever fsspec reaches."""
