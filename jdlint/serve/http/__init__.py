"""What stands between the network and the answers: the door, the protocol, the processes."""
