"""What an office sets for itself: letterhead, numbers, addresses, channels of its officers."""
