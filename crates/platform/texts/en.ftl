## Frame

product = Teilhabe
skip-to-content = Skip to content
menu = Menu
close-menu = Close menu
main-navigation = Main navigation
breadcrumb = You are here
language = Language
theme = Appearance
theme-auto = As the system
theme-light = Light
theme-dark = Dark
change-hat = Work as
demo-mark = Demo
demo-mark-hint = All people and cases are invented.
official-website = Official website – Federal Republic of Germany
official-website-label = About this website
undressed = Style and scripts are missing from this build. Everything works, but looks plain. Run “make assets” for the full appearance.

## Navigation

nav-cases = Cases
nav-alliance = Alliance
nav-evaluation = Evaluation
nav-figures = Figures
nav-administration = Administration
nav-start = Today
nav-case-list = Case list
nav-directory = Directory
nav-reports = Reports
nav-statistics = Statistics
nav-import = Import
nav-jobs = Work in progress
nav-sessions = My sessions

## Roles

role-case-manager = Case management
role-team-lead = Team lead
role-coordinator = Coordination office
role-partner = Invited body
role-evaluator = Evaluation team
role-programme-lead = Programme lead (state)
role-site-admin = Site administration
role-auditor = Data protection

## Shared words

work-progress = { $done } of { $total }
save = Save
cancel = Cancel
edit = Edit
delete = Delete
add = Add
search = Search
back = Back
next = Next
close = Close
open = Open
download = Download
upload = Upload
print = Print
details = Details
more = More
all = All
none = None
yes = Yes
no = No
unknown = Unknown
optional = (optional)
please-choose = Please choose
from = from
to = to
today = Today
date = Date
name = Name
site = Site
role = Role
state = State
actions = Actions
duration = Duration
note = Note
reason = Reason
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}

## Forms

form-overtaken = Somebody else has saved these entries in the meantime. The present state is below, your entries still in the form; they are not saved. Bring both together and save again: that replaces the present state.
form-present = Present state
form-problems = { $n ->
    [one] One entry is missing or wrong
   *[other] { $n } entries are missing or wrong
}
field-required = Please fill this in.
field-choose = Please choose one.
field-too-long = Please use at most { $max } characters.
field-not-a-day = Please enter a date such as 22.11.2026.
field-not-a-number = Please enter a number.
field-not-an-email = Please enter an e-mail address such as name@city.org.
field-in-the-future = This day is in the future. Please check.
field-unknown-choice = There is no such choice. Please choose again.
free-text-hint = Only what the support needs. Please nothing about the route of flight, offences or whereabouts of others.

## Lists

filter-list = Filter the list
apply-filter = Filter
clear-filter = Clear filters
page = Page
pages = Pages
previous-page = Previous
next-page = Next
rows-total = { $n ->
    [0] No entries
    [one] One entry
   *[other] { $n } entries
}
rows-capped = More than { $n } entries
no-rows-title = Nothing found
no-rows-hint = There are no entries for these filters. Clear a filter or search for something else.
show-as-table = As a table

## Sign-in

sign-in-title = Sign in
sign-in = Sign in
sign-out = Sign out
sign-in-lead = With your work e-mail address and your password.
email = E-mail address
password = Password
sign-in-failed = E-mail address or password is wrong. Mind upper and lower case. If you have forgotten your password, the administration of your site sets a new one.
sign-in-throttled = Too many attempts. Please wait another { $minutes } min and sign in again.
sign-in-no-role = Your account has no role at present. Please ask the administration of your site.
sign-in-needed = Please sign in.
sign-in-locked = This account is locked. Please contact the administration of your site.
signed-out = You are signed out.
demo-accounts = Demo accounts
demo-accounts-lead = All people are invented. One click signs you in.
demo-sign-in-as = Sign in as

## Password

password-old = Current password
password-new = New password
password-again = Repeat the new password
password-hint = At least 12 characters. Four unrelated words are safer than a short password with special characters.
password-too-short = Please use at least 12 characters.
password-too-long = Please use at most 128 characters.
password-differs = The two entries differ.
password-same = Please choose another password than the present one.
password-first-lead = Somebody else set your password for you. First choose one of your own that only you know. Then you can begin.
password-changed = The password has been changed. Other sessions were ended.

## Sessions of the account

sessions-title = My sessions
sessions-lead = You are signed in here at present. End what you do not recognise, then change your password.
session-this = This session
session-since = Signed in since
session-last-seen = Last used
session-device = Device
session-end = End
sessions-end-all = End all and sign out
sessions-end-others = End all others
session-ended = The session has been ended.
sessions-ended = All other sessions have been ended.

## Error pages

error-400-title = This request is incomplete
error-form = Go back, reload the page and try again.
error-401-title = Please sign in
error-sign-in = Your session has expired. After signing in you can continue here.
error-403-title = You may not do this
error-forbidden = Your role does not include it. If you need it for your work, talk to the administration of your site.
error-cross-site-title = This request did not come from here
error-cross-site = Another site has sent it, so nothing was done. Begin at the start page and try again there.
error-404-title = There is no such thing here
error-not-found = The page does not exist or is not part of your work. Check the address or begin at the start page.
error-405-title = It does not work this way
error-method = Go back and use the buttons of the page.
error-409-title = This is not possible right now
error-conflict-title = Someone was faster
error-conflict-link = To the present state
error-conflict = The data has been changed meanwhile. Nothing was overwritten. Open the page again, look at the new state and enter your change once more.
error-form-long-title = The text is too long
error-form-long = A form holds two million characters in all. Go back and shorten the text; nothing was saved.
error-413-title = The file is too large
error-form-size = Split the file or remove pictures and empty sheets, then upload it again.
error-422-title = Some entries are not right yet
error-invalid = Go back and complete what is named at each field. Nothing was saved.
error-500-title = We have made a mistake here
error-internal = Your last entry was not saved. Please try again. If the error stays, tell the administration of your site the reference number below.
error-503-title = Not available at the moment
error-unavailable = The program is being maintained or is overloaded. Your last entry was not saved. Please try again in a few minutes.
error-disk-full = The storage of the server is full. Your last entry was not saved, everything before is kept. Please tell the administration of your site that room has to be made on the server. Then enter it again.
error-address = The address contains something that cannot be read. Begin at the start page.
error-request-id = Reference number
error-to-start = To the start page

## Work in progress

jobs-lead = What takes longer goes on in the background. You can leave any page and see here how far it has come.
jobs-none = Nothing is running
jobs-none-hint = When you take over a list or have a report built, it stands here.
jobs-refresh = Reload the state
job-what = Work
job-asked = Asked for
job-ended = Ended
job-queued = waiting
job-running = running
job-done = done
job-not-done = failed
job-failed = We made a mistake there. Nothing was taken over. Please try again. If it happens again, tell the administration of your site.
