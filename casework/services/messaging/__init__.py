"""One message to one officer, on the desk and by the channels that officer chose."""
