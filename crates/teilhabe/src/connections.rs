//! Connections: how long they may take to ask, and how long their end is waited for.

use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

/// How long people and their browsers may take.
#[derive(Clone, Copy)]
pub struct Patience {
    /// For the head of a request; a connection that never asks is not kept.
    pub head: Duration,
    /// For running requests once the program was told to stop.
    pub end: Duration,
}

/// Until the next connection is taken where one could not be, mostly for want of file handles.
const A_WHILE: Duration = Duration::from_millis(100);

/// Answers until `stop` comes; then takes no more connections and lets the running requests end.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()>,
    patience: Patience,
) {
    let open = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            next = listener.accept() => match next {
                Ok((stream, from)) => attend(stream, from, router.clone(), patience, &open),
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(A_WHILE).await;
                }
            },
        }
    }
    drop(listener);
    let ended = tokio::time::timeout(patience.end, open.shutdown()).await;
    if ended.is_err() {
        tracing::warn!("requests that did not come to their end were given up");
    }
}

fn attend(
    stream: TcpStream,
    from: SocketAddr,
    router: Router,
    patience: Patience,
    open: &GracefulShutdown,
) {
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(from));
        router.clone().oneshot(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.head)
        .serve_connection(TokioIo::new(stream), answer);
    let connection = open.watch(connection);
    // How it broke off is the visitor's business.
    tokio::spawn(async move { drop(connection.await) });
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::oneshot::{Sender, channel};
    use tokio::task::JoinHandle;

    use super::*;

    const HALF: &[u8] = b"GET / HTTP/1.1\r\nhost: local";
    const REST: &[u8] = b"host\r\nconnection: close\r\n\r\n";

    async fn slow(from: ConnectInfo<SocketAddr>) -> String {
        tokio::time::sleep(Duration::from_millis(200)).await;
        from.0.ip().to_string()
    }

    /// A program with a slow page, the signal that stops it, and a connection to it.
    async fn serving(head: u64, end: u64) -> (TcpStream, Sender<()>, JoinHandle<()>) {
        let patience = Patience {
            head: Duration::from_millis(head),
            end: Duration::from_millis(end),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = channel();
        let router = Router::new().route("/", get(slow));
        let stopped = async { drop(stopped.await) };
        let program = tokio::spawn(serve(listener, router, stopped, patience));
        let stream = TcpStream::connect(address).await.unwrap();
        (stream, stop, program)
    }

    #[tokio::test]
    async fn a_connection_that_never_asks_is_closed() {
        for begin in [b"".as_slice(), HALF] {
            let (mut stream, _stop, _program) = serving(100, 60_000).await;
            stream.write_all(begin).await.unwrap();
            let mut answer = Vec::new();
            let read = stream.read_to_end(&mut answer);
            let read = tokio::time::timeout(Duration::from_secs(20), read).await;
            assert!(read.is_ok(), "still open");
        }
    }

    #[tokio::test]
    async fn a_running_request_is_answered_before_the_end() {
        let (mut stream, stop, program) = serving(60_000, 60_000).await;
        stream.write_all(&[HALF, REST].concat()).await.unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
        stop.send(()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.ends_with("127.0.0.1"), "{answer}");
        program.await.unwrap();
    }

    #[tokio::test]
    async fn a_request_that_never_ends_does_not_hold_up_the_end() {
        let (mut stream, stop, program) = serving(60_000, 300).await;
        stream.write_all(HALF).await.unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
        let told = Instant::now();
        stop.send(()).unwrap();
        program.await.unwrap();
        assert!(told.elapsed() < Duration::from_secs(20));
    }
}
