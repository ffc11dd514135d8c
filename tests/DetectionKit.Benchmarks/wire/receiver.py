#!/usr/bin/env python3
"""receiver.py PORT FILE MODE: takes alerts over HTTP for the scripts beside this. Each alert is a line of FILE; while the file MODE holds a number, that is the answer instead."""
import http.server
import json
import sys


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            answer = int(open(sys.argv[3]).read())
        except (OSError, ValueError):
            answer = 200
        if answer == 200:
            with open(sys.argv[2], "a") as taken:
                taken.writelines(json.dumps(alert) + "\n" for alert in (body if isinstance(body, list) else [body]))
        self.send_response(answer)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver).serve_forever()
