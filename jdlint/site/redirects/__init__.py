"""Redirect files and rules of hosts and generators."""
