## Reports

reports-title = Yearly reports
reports-lead = Protected figures, charts and your own texts as an accessible PDF. Every version is kept.
report-one = Yearly report
report-year = Year
report-range = Range
report-range-programme = The whole programme
report-range-site = One site
report-range-all = The whole programme and every site
report-build = Build a report
report-build-now = Build it now
report-in-work = The report is being built
report-work-hint = You may leave this page. The finished report will be in the list.
report-refresh = Show the present state
report-done = Done. The report is in the list.
report-unchanged = Nothing has changed
report-unchanged-hint = The report is the same as the last one, byte for byte. No new one was kept.
report-failed = The report could not be built
report-to-list = To the reports
report-built-at = Built
report-size = Size
report-checksum = Checksum
reports-none-title = No report yet
reports-none-reader-hint = As soon as the managing office has built a report, it stands here.
reports-none-hint = Choose a year and build the first report. You can write your own texts before or after.
report-year-not-begun = This year has not begun. Please choose an earlier one.
report-year-before-programme = There were no entries in that year yet. Please choose a later one.

## Texts in the report

report-texts = Texts in the report
report-texts-lead = Evaluators write for the whole programme, coordinators for their site. Texts stand at the end of their chapter.
report-section = Chapter
report-section-preface = Preface
report-section-implementation = Implementation
report-section-participation = Entries, exits and stock
report-section-groups = Characteristics of participants
report-section-needs = Needs
report-section-outcomes = Outcomes
report-section-counselling = Addressed, counselled, accompanied
report-section-outlook = Appraisal and outlook
report-text = Text
report-text-hint = Empty lines part paragraphs, lines with “- ” become a list, **bold** and *italic* are possible. Nothing about single persons, please, and no numbers that the tables protect. An empty field takes the text out of the report.
report-text-begin = Beginning
report-text-version = Version
report-text-none = No text yet
report-text-taken = This version took the text out.
report-text-read = Read the text
report-text-history = Versions
report-text-saved = The text is saved. It will be in the next report you build.
report-text-conflict = Somebody else has saved this text in the meantime. The new version is below, your text still in the field: please bring both together and save again.
report-text-unprintable = The report cannot print: { $signs }. Please take these characters out or put words in their place.
report-text-too-long = The text is too long. Please cut it to 20,000 characters.

## Start page

start-report-missing = The annual report { $year } has not been built yet.
start-texts-missing = There is no text of your own for the annual report { $year } yet.

## Names of acts

act-report-build = Report ordered
act-report-read = Report downloaded
act-report_text-write = Text of the report saved
subject-report = Report
subject-report_text = Text of the report
subject-job = Job

report-job = Build the yearly report
