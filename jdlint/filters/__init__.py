"""What of a report is shown: comments, baseline, changed lines."""
