"""What an election crime needs besides: discussions in the Sentra Gakkumdu, and its file."""
