//! Bad weather: broken connections, a full disk, a database that goes away.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::program::{Installation, Server, Visitor, make_schema, postgres};

const SITE: &str = "05315";
const LIST: &str = "Nachname;Vorname;Geburtsdatum\nRahimi;Amina;09.04.2001\n";

fn with_anna() -> Installation {
    let here = Installation::new();
    here.done(&["site", "add", "--ags", SITE]);
    here.hire("anna@example.org", "case_manager", SITE);
    here
}

#[test]
fn an_upload_that_breaks_off_leaves_nothing_and_can_be_repeated() {
    let here = with_anna();
    let server = here.serve();
    let anna = server.sign_in("anna@example.org");
    let long = LIST.repeat(2_000);
    for bytes in [0, 100, 50_000, 90_000] {
        anna.break_off(&long, bytes);
    }
    std::thread::sleep(Duration::from_millis(300));
    assert!(!anna.get("/imports").body.contains("Liste.csv"));
    assert_eq!(anna.get("/health").status, 200);
    let whole = anna.try_upload(LIST).unwrap();
    assert_eq!(whole.status, 303, "{}", whole.body);
    assert!(anna.get("/imports").body.contains("Liste.csv"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told through")]
fn a_full_disk_is_told_and_nothing_is_half_done() {
    let here = with_anna();
    // What was written last may still stand in the log beside the file.
    let size = |name| std::fs::metadata(here.path(name)).map_or(0, |file| file.len());
    let blocks = (size("teilhabe.sqlite") + size("teilhabe.sqlite-wal")) / 512 + 1_500;
    let mut command = Command::new("sh");
    let serve = "trap '' XFSZ; ulimit -f $1; exec \"$0\" serve --listen 127.0.0.1:0";
    command.args([
        "-c",
        serve,
        env!("CARGO_BIN_EXE_teilhabe"),
        &blocks.to_string(),
    ]);
    command.current_dir(here.path(""));
    let server = Server::start(command);
    let anna = server.sign_in("anna@example.org");
    let long = many_rows();
    let mut kept = 0;
    let refused = loop {
        let answer = anna.try_upload(&long).unwrap();
        if answer.status != 303 {
            break answer;
        }
        kept += 1;
        assert!(kept < 50, "the disk never got full");
    };
    assert_eq!(refused.status, 503);
    assert!(
        refused.body.contains("Der Speicher des Servers ist voll"),
        "{}",
        refused.body
    );
    assert_eq!(anna.get("/health").status, 200);
    let page = anna.get("/imports");
    assert_eq!(
        (page.status, lists(&page.body)),
        (200, kept),
        "reading goes on"
    );
    drop(server);
    let server = here.serve();
    let anna = anna.at(&server);
    assert_eq!(
        lists(&anna.get("/imports").body),
        kept,
        "nothing acknowledged is lost"
    );
    assert_eq!(
        anna.try_upload(&long).unwrap().status,
        303,
        "with room, work goes on"
    );
    drop(server);
    here.done(&["audit", "verify"]);
}

#[test]
fn half_a_request_does_not_hold_up_the_end() {
    let here = Installation::new();
    let mut server = here.serve();
    let mut half = TcpStream::connect(server.address).unwrap();
    half.write_all(b"GET /session/new HTTP/1.1\r\nhost: local")
        .unwrap();
    std::thread::sleep(Duration::from_millis(200));
    let told = Instant::now();
    assert!(server.stop().success());
    assert!(
        told.elapsed() < Duration::from_secs(40),
        "{:?}",
        told.elapsed()
    );
    assert!(server.log().contains("were given up"), "{}", server.log());
}

fn many_rows() -> String {
    let row = |n| format!("Rahimi;Amina;09.04.2001;{n}\n");
    let rows: String = (0..3_000).map(row).collect();
    format!("Nachname;Vorname;Geburtsdatum;Fallnummer\n{rows}")
}

fn lists(page: &str) -> usize {
    page.matches("Liste.csv").count()
}

#[test]
fn while_the_database_is_away_pages_say_so_and_come_back_with_it() {
    let Some(url) = postgres("gone") else { return };
    make_schema("gone");
    let (gate, url) = Gate::before(&url);
    let here = Installation::on(&url);
    here.done(&["site", "add", "--ags", SITE]);
    here.hire("emil@example.org", "coordinator", SITE);
    let server = here.serve();
    let emil = server.sign_in("emil@example.org");
    assert_eq!(emil.get("/statistics").status, 200);
    let year = platform::Clock::System.today().year().to_string();
    let order = emil.post("/reports", &[("year", &year)]);
    assert_eq!(order.status, 303, "{}", order.body);
    gate.close();
    let page = emil.get("/statistics");
    assert_eq!(page.status, 503);
    assert!(page.body.contains("in einigen Minuten"), "{}", page.body);
    let operator = server.visitor();
    assert_eq!(operator.get("/health").status, 503);
    assert!(
        operator
            .get("/metrics")
            .body
            .contains("teilhabe_database_up 0")
    );
    gate.open();
    until(&emil, "/health", |status, _| status == 200);
    assert_eq!(emil.get("/statistics").status, 200);
    until(&emil, "/metrics", |_, body| {
        body.contains("teilhabe_jobs_waiting 0")
    });
    let job = emil.get(&order.location);
    assert!(
        job.body.contains(&format!("/reports?year={year}")),
        "{}",
        job.body
    );
    assert!(!server.log().contains("panicked"), "{}", server.log());
}

fn until(visitor: &Visitor, path: &str, ready: impl Fn(u16, &str) -> bool) {
    let patience = Instant::now() + Duration::from_secs(30);
    loop {
        let answer = visitor.get(path);
        if ready(answer.status, &answer.body) {
            return;
        }
        assert!(Instant::now() < patience, "{path}: {}", answer.body);
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Stands between the program and the server, and can be closed.
struct Gate {
    open: Arc<AtomicBool>,
    lines: Arc<Mutex<Vec<TcpStream>>>,
}

impl Gate {
    /// The gate, and the address of the database through it.
    fn before(url: &str) -> (Gate, String) {
        let host = url
            .split("host=")
            .nth(1)
            .unwrap()
            .split('&')
            .next()
            .unwrap();
        let socket = format!("{host}/.s.PGSQL.5432");
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let gate = Gate {
            open: Arc::new(AtomicBool::new(true)),
            lines: Arc::default(),
        };
        let (open, lines) = (gate.open.clone(), gate.lines.clone());
        std::thread::spawn(move || {
            for visitor in listener.incoming().map_while(Result::ok) {
                if open.load(Ordering::SeqCst) {
                    lines.lock().unwrap().push(visitor.try_clone().unwrap());
                    connect(visitor, &socket);
                }
            }
        });
        (gate, through(url, host, address))
    }

    fn close(&self) {
        self.open.store(false, Ordering::SeqCst);
        for line in self.lines.lock().unwrap().drain(..) {
            drop(line.shutdown(Shutdown::Both));
        }
    }

    fn open(&self) {
        self.open.store(true, Ordering::SeqCst);
    }
}

fn through(url: &str, host: &str, address: SocketAddr) -> String {
    url.replace(&format!("host={host}&"), "")
        .replace("@localhost/", &format!("@{address}/"))
}

fn connect(visitor: TcpStream, socket: &str) {
    let server = UnixStream::connect(socket).unwrap();
    let (mut from_visitor, mut to_server) =
        (visitor.try_clone().unwrap(), server.try_clone().unwrap());
    let (mut from_server, mut to_visitor) = (server, visitor);
    std::thread::spawn(move || {
        copy(&mut from_visitor, &mut to_server);
        drop(to_server.shutdown(Shutdown::Both));
    });
    std::thread::spawn(move || {
        copy(&mut from_server, &mut to_visitor);
        drop(to_visitor.shutdown(Shutdown::Both));
    });
}

fn copy(from: &mut impl Read, to: &mut impl Write) {
    let mut some = [0; 16_384];
    while let Ok(read @ 1..) = from.read(&mut some) {
        if to.write_all(&some[..read]).is_err() {
            return;
        }
    }
}
