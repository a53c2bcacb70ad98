"""Text, pages, diagnostics, patterns, names: knows nothing of jobs, sites or disks."""
