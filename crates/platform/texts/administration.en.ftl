## Accounts

nav-accounts = Accounts
accounts-title = Accounts
accounts-lead = Who works at this site, and in which roles.
account-title = Account
account-new = New account
account-new-lead = The first password is shown a single time, after the account is made.
account-name = Full name
account-email-hint = The address at work. If there is an account with it already, it only gets the roles; name and password stay.
account-roles = Roles
account-roles-hint = Whoever has several roles changes between them at the top right.
account-create = Create account
account-is-open = Active
account-is-locked = Locked
account-is-here = This account works at your site already. Open it in the list to change its roles.
account-joined = This account existed already. It has got the roles; name and password have stayed.
account-role-more = Further role
account-role-give = Give role
account-role-take = Take away
account-role-given = The role has been given.
account-role-taken = The role has been taken away. Sessions in this role have ended.
account-access = Access
account-access-lead = A new password is shown a single time. A new password and a lock end all sessions of this person.
account-reset = Make a new password
account-lock = Lock account
account-unlock = Unlock account
account-locked = The account is locked. All sessions have ended.
account-unlocked = The account is unlocked.
account-own-roles = Nobody gives themselves a role. Another administrator of the site does, or the operator.
account-last-admin = This is the last administrator of the site. Give the role to somebody else first.
account-acts-elsewhere = This account is used outside your site too. Therefore only the operator changes its password and lock. You can take away the roles at your site.
account-own-password = You change your own password under “My sessions”.
account-password-once = Hand over the password
account-password-once-lead = This password is shown only now. Pass it on in person or by telephone, not by e-mail. At the next sign-in the person has to choose another.
account-password-noted = I have noted it
password-change = Change password
password-change-lead = All other sessions of this account end with it.
password-old-wrong = The current password is not right.
password-guessable = This password is too easy to guess: it is made of common words, rows of keys, repetitions or your own address. Four unrelated words are safer.

## Audit trail

nav-audit = Audit trail
audit-title = Audit trail
audit-lead = What was done and read at this site, newest first. A click on a subject shows who had to do with it.
audit-at = Time
audit-act = Act
audit-subject = Subject
audit-subject-id = Id of the subject
audit-subject-unknown = This is no id. Copy it completely, with all hyphens.
audit-who = (everything done to it)
audit-system = Operator
audit-older = Older entries
audit-newest = To the newest
audit-verify = Check the trail
audit-holds = The trail is unchanged
audit-broken = The trail was changed
audit-broken-hint = Keep this page and report it to the data protection officer and the operator.
audit-lines = { $n ->
    [one] One entry was checked.
   *[other] { $n } entries were checked.
}
audit-altered = Entry { $line } does not follow from the one before: it was altered or exchanged.
audit-missing = Entries are missing: { $from } to { $to }.
audit-headless = What says where the trail ends is missing.

## Names of acts

act-account-add = Account created
act-account-role = Role given
act-account-role-end = Role taken away
act-account-lock = Account locked
act-account-unlock = Account unlocked
act-account-reset = New password made
act-account-password = Own password changed
act-audit-verify = Trail checked
act-session-open = Signed in
act-session-refuse = Sign-in refused
act-session-end = Signed out
act-session-wear = Role changed
subject-account = Account
subject-session = Session
subject-audit = Audit trail

## Details in the audit trail

detail-about = Rule
detail-account = Account
detail-after = after
detail-barrier = Barrier
detail-before = before
detail-breaks = Breaks
detail-by = by
detail-cases = Cases
detail-changed = Changed
detail-check = Check value of the key
detail-code = Status
detail-completed = People completed
detail-contact = Contact
detail-deputy = Deputy
detail-document_expires_on = Document valid until
detail-domain = Life domain
detail-due = To be reached by
detail-exception = Exception
detail-file = File
detail-form = Form
detail-from = from
detail-fte_hundredths = Hundredths of a full post
detail-function = Function
detail-goal = Goal
detail-held = Day
detail-held_before = Day before
detail-indication = Indication
detail-kind = Kind
detail-known_person = Person already known
detail-lines = Entries
detail-locked = Locked
detail-measure = Measure
detail-met = Met on
detail-new = New
detail-on = Day
detail-outcome = Outcome
detail-people = New people
detail-person = Person
detail-persons = Persons
detail-place = Place
detail-provider = Provider
detail-range = Range
detail-reason = Reason
detail-refused = Rows refused
detail-replaces = Replaces
detail-responsible = Who
detail-result = Result
detail-role = Role
detail-roles = Roles
detail-rows = Rows
detail-section = Chapter
detail-since = since
detail-sites = Sites
detail-skip_refused = Without the refused rows
detail-stage = Stage of the case
detail-step = Step
detail-to = to
detail-topic = Fact
detail-until = until
detail-version = Version
detail-weeks = Weeks ahead
detail-zeros = Zeros
detail-what = Page
detail-what-page = Rights and deadlines
detail-what-sheet = Talk sheet
detail-worker = Stood in for
detail-year = Year

## Start page

start-role-vacant = Nobody at the site has the role “{ $role }”.
start-refused = { $n ->
    [one] One sign-in was refused in the last seven days.
   *[other] { $n } sign-ins were refused in the last seven days.
}
start-inspected = { $n ->
    [one] The team lead opened one file in the last 30 days.
   *[other] The team lead opened { $n } files in the last 30 days.
}
start-unverified = The trail has not been verified for three months.
act-key-rotate-master = Master key replaced
act-key-rotate-site = Keys of the site replaced
subject-master-key = Master key
