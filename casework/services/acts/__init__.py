"""Every act: begin and finish, and one folder for each stage of the law."""
