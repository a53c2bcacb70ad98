"""What can be asked, address by address."""
