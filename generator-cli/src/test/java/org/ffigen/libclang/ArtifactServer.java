package org.ffigen.libclang;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Maven repository on the loopback interface. Remembers the paths asked for. */
final class ArtifactServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final List<String> requests = new CopyOnWriteArrayList<>();

    interface Answer {
        void to(HttpExchange exchange, int requestNumber) throws IOException;
    }

    ArtifactServer(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().getPath());
            try (exchange) {
                answer.to(exchange, requests.size());
            }
        });
        server.start();
    }

    static ArtifactServer sending(byte[] body) throws IOException {
        return new ArtifactServer((exchange, number) -> send(exchange, body));
    }

    static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Announces the whole body, sends half, and goes on (or hangs up) when the latch opens. */
    static void sendHalf(HttpExchange exchange, byte[] body, CountDownLatch latch) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    URI repository() {
        return URI.create("http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort()
                + "/maven2");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
