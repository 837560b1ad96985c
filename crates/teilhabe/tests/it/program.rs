//! The built program, started and spoken to as its operators and browsers do.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;

/// A folder with a configuration, where the program may be run.
pub(crate) struct Installation {
    folder: TempDir,
    pub(crate) database: String,
}

/// What a command said.
pub(crate) struct Told {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Installation {
    /// With a SQLite file of its own.
    pub(crate) fn new() -> Installation {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("teilhabe.sqlite");
        let database = format!("sqlite:{}", file.display());
        Installation::with(folder, database, "key_file = \"master.key\"")
    }

    /// On another database.
    pub(crate) fn on(database: &str) -> Installation {
        let folder = tempfile::tempdir().unwrap();
        Installation::with(folder, database.to_owned(), "key_file = \"master.key\"")
    }

    fn with(folder: TempDir, database: String, key: &str) -> Installation {
        let here = Installation { folder, database };
        here.configure(key);
        here
    }

    /// Writes the configuration anew, with this line for the key.
    pub(crate) fn configure(&self, key: &str) {
        let text = format!("database = {:?}\n{key}\n", self.database);
        std::fs::write(self.path("teilhabe.toml"), text).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_teilhabe"));
        command.current_dir(self.folder.path()).args(args);
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Told {
        self.run_with(args, "")
    }

    pub(crate) fn run_with(&self, args: &[&str], input: &str) -> Told {
        let mut command = self.command(args);
        command.stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_bytes())
            .unwrap();
        let output = child.wait_with_output().unwrap();
        Told {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a command that has to succeed; hands out what it printed.
    pub(crate) fn done(&self, args: &[&str]) -> String {
        let told = self.run(args);
        assert_eq!(told.code, Some(0), "{args:?}: {}", told.err);
        told.out
    }

    /// Starts serving on a free port and waits until it answers.
    pub(crate) fn serve(&self) -> Server {
        Server::start(self.command(&["serve", "--listen", "127.0.0.1:0"]))
    }

    /// Adds an account at the site.
    pub(crate) fn hire(&self, email: &str, role: &str, site: &str) {
        let add = ["user", "add", email, "--name", "Probe", "--role", role];
        let at = ["--site", site, "--password-stdin"];
        let told = self.run_with(&[&add[..], &at[..]].concat(), FIRST_PASSWORD);
        assert_eq!(told.code, Some(0), "{}", told.err);
    }
}

const FIRST_PASSWORD: &str = "pferd batterie heftklammer\n";
const OWN_PASSWORD: &str = "lampe wolke zahnrad";

/// A running program; killed when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    said: Arc<Mutex<String>>,
}

impl Server {
    pub(crate) fn start(mut command: Command) -> Server {
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let lines = listen(child.stderr.take().unwrap(), said.clone());
        let Ok(address) = lines.recv_timeout(Duration::from_mins(1)) else {
            drop(child.kill());
            panic!("the program does not serve: {}", said.lock().unwrap());
        };
        Server {
            child,
            address,
            said,
        }
    }

    /// Everything the program wrote to its log.
    pub(crate) fn log(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// The end that nobody can prepare for: SIGKILL.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// The end that is asked for: SIGTERM.
    pub(crate) fn stop(&mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        let mut kill = Command::new("kill");
        assert!(kill.args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap()
    }

    pub(crate) fn visitor(&self) -> Visitor {
        Visitor {
            address: self.address,
            cookie: None,
        }
    }

    /// Signs in somebody that [`Installation::hire`] added.
    pub(crate) fn sign_in(&self, email: &str) -> Visitor {
        let first = FIRST_PASSWORD.trim_end();
        if let Some(visitor) = self.try_sign_in(email, OWN_PASSWORD) {
            return visitor;
        }
        let visitor = self.try_sign_in(email, first).unwrap();
        let form = [
            ("old", first),
            ("new", OWN_PASSWORD),
            ("again", OWN_PASSWORD),
        ];
        let answer = visitor.post("/account/password", &form);
        assert_eq!(answer.location, "/", "{}", answer.body);
        visitor
    }

    pub(crate) fn try_sign_in(&self, email: &str, password: &str) -> Option<Visitor> {
        let mut visitor = self.visitor();
        let answer = visitor.post("/session", &[("email", email), ("password", password)]);
        visitor.cookie = Some(answer.cookie.filter(|_| answer.status == 303)?);
        Some(visitor)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Reads the log to its end and sends the address as soon as it is told.
fn listen(log: impl Read + Send + 'static, said: Arc<Mutex<String>>) -> Receiver<SocketAddr> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(log).lines().map_while(Result::ok) {
            if let Some(address) = line.strip_prefix("Teilhabe: http://") {
                sender.send(address.parse().unwrap()).unwrap();
            }
            let mut said = said.lock().unwrap();
            said.push_str(&line);
            said.push('\n');
        }
    });
    receiver
}

/// Somebody with a browser.
#[derive(Clone)]
pub(crate) struct Visitor {
    pub(crate) address: SocketAddr,
    cookie: Option<String>,
}

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) location: String,
    pub(crate) cookie: Option<String>,
    pub(crate) body: String,
}

const FORM: &str = "application/x-www-form-urlencoded";

impl Visitor {
    /// The same person at the program after its next start.
    pub(crate) fn at(&self, server: &Server) -> Visitor {
        Visitor {
            address: server.address,
            ..self.clone()
        }
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        self.send("GET", path, FORM, b"").unwrap()
    }

    pub(crate) fn post(&self, path: &str, form: &[(&str, &str)]) -> Reply {
        self.try_post(path, form).unwrap()
    }

    /// Nothing if the connection broke before the answer was whole.
    pub(crate) fn try_post(&self, path: &str, form: &[(&str, &str)]) -> Option<Reply> {
        let pairs = form
            .iter()
            .map(|(name, value)| format!("{name}={}", quoted(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        self.send("POST", path, FORM, body.as_bytes())
    }

    /// Uploads a case list.
    pub(crate) fn try_upload(&self, list: &str) -> Option<Reply> {
        let kind = "multipart/form-data; boundary=grenze";
        self.send("POST", "/imports", kind, upload_body(list).as_bytes())
    }

    /// Sends the first bytes of an upload and hangs up.
    pub(crate) fn break_off(&self, list: &str, bytes: usize) {
        let body = upload_body(list);
        let kind = "multipart/form-data; boundary=grenze";
        let mut stream = TcpStream::connect(self.address).unwrap();
        let head = self.head("POST", "/imports", kind, body.len());
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&body.as_bytes()[..bytes]).unwrap();
    }

    fn send(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> Option<Reply> {
        let mut stream = TcpStream::connect(self.address).ok()?;
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .ok()?;
        let head = self.head(method, path, kind, body.len());
        stream.write_all(&[head.as_bytes(), body].concat()).ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        read(&String::from_utf8_lossy(&answer))
    }

    fn head(&self, method: &str, path: &str, kind: &str, length: usize) -> String {
        let cookie = self.cookie.as_deref().unwrap_or("none=none");
        format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\naccept-language: de\r\n\
             cookie: {cookie}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\r\n"
        )
    }
}

fn upload_body(list: &str) -> String {
    format!(
        "--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Liste.csv\"\r\n\
         Content-Type: text/csv\r\n\r\n{list}\r\n--grenze--\r\n"
    )
}

fn quoted(value: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    value.bytes().map(sign).collect()
}

/// Nothing unless the head is whole; with a length, the body has to be whole too.
fn read(answer: &str) -> Option<Reply> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let header = |name: &str| {
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.to_owned())
    };
    let cookie = header("set-cookie").map(|all| all.split(';').next().unwrap().to_owned());
    Some(Reply {
        status,
        location: header("location").unwrap_or_default(),
        cookie,
        body: body.to_owned(),
    })
}

/// The address of a schema of its own on the server of the tests, if there is one.
pub(crate) fn postgres(schema: &str) -> Option<String> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the test runner hands over its server"
    )]
    let url = std::env::var("TEILHABE_TEST_POSTGRES").ok()?;
    let sign = if url.contains('?') { '&' } else { '?' };
    let schema = format!("{schema}_{}", std::process::id());
    Some(format!("{url}{sign}options=-csearch_path%3D{schema}"))
}

/// Makes that schema; hands out the server and its name there.
pub(crate) fn make_schema(schema: &str) -> (String, String) {
    #[expect(
        clippy::disallowed_methods,
        reason = "the test runner hands over its server"
    )]
    let url = std::env::var("TEILHABE_TEST_POSTGRES").unwrap();
    let schema = format!("{schema}_{}", std::process::id());
    let made = async {
        db::Db::open_schema(&url, &schema)
            .await
            .unwrap()
            .close()
            .await;
    };
    tokio::runtime::Runtime::new().unwrap().block_on(made);
    (url, schema)
}

pub(crate) fn exists(path: &Path) -> bool {
    path.try_exists().unwrap()
}
