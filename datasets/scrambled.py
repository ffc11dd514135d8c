"""A protocol that nobody knows: every byte is scrambled with a key that differs for each connection, no byte is fixed.

scrambled.py serve|talk tcp|udp ADDRESS PORT    the client sends 16 random bytes and then reports; the server answers with tasks.
"""

import os
import random
import socket
import sys
import time


def stream(key):
    """Yields the key stream."""
    generator = random.Random(key)
    while True:
        yield generator.randrange(256)


class Side:
    """One end: scrambles what it sends and unscrambles what it hears."""

    def __init__(self, key, name):
        self.key = stream(key + name)

    def __call__(self, text):
        return bytes(byte ^ next(self.key) for byte in text)


REPORTS = [b"host desk, user anna, up 3 days", b"nothing new", b"done: " + bytes(range(32, 127)) * 5, b"sleeping"]
TASKS = [b"hello", b"list documents", b"sleep 60", b"bye"]


def serve(kind, address, port):
    if kind == "tcp":
        server = socket.create_server((address, port))
        while True:
            peer, _ = server.accept()
            answer = Side(peer.recv(16), b"server")
            for task in TASKS:
                if not peer.recv(4096):
                    break
                peer.sendall(answer(task))
            peer.recv(1)
            peer.close()
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((address, port))
    answers = {}
    while True:
        data, peer = server.recvfrom(4096)
        if peer not in answers:
            answers[peer] = (Side(data, b"server"), iter(TASKS))
            continue
        answer, tasks = answers[peer]
        server.sendto(answer(next(tasks)), peer)


def talk(kind, address, port):
    peer = socket.socket(socket.AF_INET, socket.SOCK_STREAM if kind == "tcp" else socket.SOCK_DGRAM)
    peer.connect((address, port))
    key = os.urandom(16)
    report = Side(key, b"client")
    peer.send(key)
    for text in REPORTS:
        time.sleep(0.2)
        peer.send(report(text))
        peer.recv(4096)
    peer.close()


if __name__ == "__main__":
    {"serve": serve, "talk": talk}[sys.argv[1]](sys.argv[2], sys.argv[3], int(sys.argv[4]))
