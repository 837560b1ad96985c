## Import: case lists

import-lead = Case lists from Excel or CSV are checked first and then taken over entirely or not at all.
import-new = Upload a case list
import-none-title = No case list uploaded yet
import-none-text = A list may stay as it is kept: with title rows, empty columns and its own headings.
import-title = Case list
import-file = File
import-file-hint = Excel, LibreOffice or CSV, at most 20 MB, without a password.
import-sheet = Sheet
import-sheet-hint = Needed only if another sheet than the first one with a header row is meant.
import-new-lead = After the upload you see which columns were recognised. Nothing is taken over yet.
import-uploaded-at = Uploaded
import-state-uploaded = Not checked yet
import-state-checked = Checked, not taken over yet
import-state-taken = Taken over
import-rows = rows
import-new-rows = new
import-known-rows = known
import-refused = refused
import-people = new people
import-cases = new cases
import-completed = people completed

## Columns

import-sheets = The file has several sheets
import-sheets-text = The sheet “{ $sheet }” was read. Not read: { $others }. For another sheet, upload the file again and name it.
import-sheet-name = “{ $name }”
import-columns = Columns of the list
import-columns-text = You can say what the columns hold that were not recognised. This is remembered for this municipality.
import-heading = Heading
import-samples = For example
import-becomes = Becomes
import-not-taken = do not take
import-not-recognised = This column is not taken.
import-preview = How the first rows are read
import-check = Remember the columns and check the list
import-check-again = Remember the columns and check again
import-field-twice = A column further up holds this field already.
import-field-name = Name (family and given name in one column)
import-field-family-name = Family name
import-field-given-name = Given name
import-field-birth-date = Date of birth
import-field-birth-year = Year of birth
import-field-sex = Sex
import-field-sex-male = Sex: cross for “male”
import-field-sex-female = Sex: cross for “female”
import-field-sex-diverse = Sex: cross for “diverse”
import-field-nationality = Nationality
import-field-number = Case number
import-field-opened-on = Opening
import-field-status = Residence status
import-field-status-since = Status since
import-field-entered-germany = Entry into Germany
import-field-worker = Case manager

## Check and takeover

import-working = The list is being worked on.
import-working-text = You can leave this page and come back later.
import-reload = Reload
import-failed = That did not work. Nothing was taken over.
import-issues = Refused rows and warnings
import-download = This list as a CSV file
import-row = Row
import-cell = Cell
import-result = Result
import-is-refused = refused
import-is-warning = warning
import-remarks = Please note
import-remark-worker = “{ $name }” has no account as a case manager here. Cases left without one: { $cases }.
import-remark-opening = Cases without a day of opening: { $n }. They begin on the day of the takeover.
import-remark-undated = Statuses without a beginning that differ from the recorded history: { $n }. They are not taken; please add them in the case.
import-remark-numbers = People with several case numbers: { $n }. The first one counts.
import-remark-odd-numbers = Case numbers of more than 40 characters: { $n }. These cases are given a new number.
import-remark-passed-over = Passed over, for they name nobody: rows { $rows } (sums, notes, repeated headers).
import-take-all = Take over all rows
import-take-rest = Take over without the refused rows
import-skip-text = { $n ->
    [one] One row cannot be taken over. Mend the file and upload it again, or leave this row out.
   *[other] { $n } rows cannot be taken over. Mend the file and upload it again, or leave these rows out.
}
import-nothing-to-take = No row can be taken over.
import-discard = Discard the file
import-discarded = The file was deleted. Nothing was taken over.
import-taken-text = The uploaded file was deleted. Taking over the same list again creates nobody twice.
import-not-checked = The list has not been checked yet. Please check it first.
import-has-refused = Some rows are refused. Please mend the file, or take it over without these rows.
import-is-taken = This list was taken over already.
import-in-work = The list is being worked on. Please wait a moment and reload the page.
import-names-missing = Please choose a column that holds names.
import-mapping-unreadable = With these columns the list cannot be read: a column with names is missing. Please change them.

## What is said about a row

import-issues-file = import-remarks
import-said-error-value = The cell holds the error value { $shown }.
import-said-no-result = The formula has no stored result; please save the file again in the spreadsheet program.
import-said-no-name = No name is given.
import-said-name-elsewhere = “{ $shown }” stands for a name in another row; please write it out.
import-said-name = “{ $shown }” cannot be read as a name.
import-said-birth-date = “{ $shown }” cannot be read as a date of birth.
import-said-birth-year = “{ $shown }” cannot be read as a year of birth.
import-said-opening = “{ $shown }” cannot be read as the date of opening.
import-said-status-day = “{ $shown }” cannot be read as a date.
import-said-entry = “{ $shown }” cannot be read as the date of entry.
import-said-sex = “{ $shown }” cannot be read as a sex (m, w, d).
import-said-two-sexes = More than one sex has a cross.
import-said-nationality = “{ $shown }” cannot be read as a nationality.
import-said-status = “{ $shown }” cannot be read as a residence status.
import-said-status-undecided = “{ $shown }” leaves open which residence status is meant; please name the section of the law.
import-said-status-not-held = “{ $shown }” names no residence status that the person holds; please enter the present one.
import-said-status-is-day = “{ $shown }” is the end of a paper; the status is left out.
import-said-worker = “{ $shown }” is not a name.
import-said-number-is-day = The spreadsheet program turned the number into a date; it is left out.
import-said-read-as = “{ $shown }” was read as { $read }.
import-said-read-as-status = “{ $shown }” was read as “{ $read }”, please check.
import-said-birth-year-differs = The year of birth does not fit the date of birth; the latter counts.
import-said-opening-too-early = The opening ({ $day }) would be before { $first }; the value is left out.
import-said-in-future = { $day } is in the future.
import-said-born-after-opening = The birth is after the opening.
import-said-age-at-opening = The age at the opening would be { $age }; possible are { $youngest } to { $oldest }.
import-said-age-today = The age today would be { $age }; possible are { $youngest } to { $oldest }.
import-said-status-before-birth = The status begins before the birth, please check.
import-said-entry-before-birth = The entry is before the birth, please check.
import-said-status-before-law = “{ $status }” has existed only since { $first }, please check.
import-said-name-alone = The row holds nothing but a name and may be a heading; please check.
import-said-maybe-same = { $row ->
    [none] Possibly the same person as one already recorded; please check.
   *[other] Possibly the same person as in row { $row }; please check.
}
import-said-number-taken = { $row ->
    [none] The number { $number } belongs to another person already recorded.
   *[other] The number { $number } belongs to another person, in row { $row }.
}
import-said-other-number = { $row ->
    [none] Another case number than the recorded one; the row adds to that case, please check.
   *[other] Another case number than in row { $row }; the row adds to that case, please check.
}
import-said-other-spelling = { $row ->
    [none] Taken for a person already recorded whose name is spelt differently; please check.
   *[other] Taken for the same person as row { $row }, where the name is spelt differently; please check.
}
import-said-other-nationality = { $row ->
    [none] Another nationality than the recorded one, which stays; please check.
   *[other] Another nationality than in row { $row }, which stays; please check.
}

## Files that cannot be read

import-file-missing = Please choose a file.
import-file-too-large = The file is larger than 20 MB. Please save and upload only the sheet with the case list.
import-upload-broken = The file did not arrive completely. Please upload it again; nothing was kept.
import-unreadable-empty = The file is empty.
import-unreadable-encrypted = The file is protected by a password. Please remove the protection in the spreadsheet program and save it again.
import-unreadable-corrupt = The file is damaged or no table. Please open it in the spreadsheet program and save it as XLSX or CSV.
import-unreadable-no-table = The file is no table. XLSX, XLS, ODS and CSV can be read. Please open it in a spreadsheet program and save it as XLSX.
import-unreadable-unpacked = Unpacked, the file is too large for a case list and was not opened.
import-unreadable-rows = The table has more than { $most } rows or too many cells for a case list.
import-unreadable-columns = The table has more than { $most } used columns. Please leave only those of the case list in the file.
import-unreadable-header = No header row was found in the file. It takes a row with headings such as Name, Vorname, Geburtsdatum.
import-unreadable-nobody = There is nobody below the header in row { $header }; rows passed over: { $rows }. Please check the header and the separator.
import-unreadable-sheets = The file is plain text without sheets; it cannot have a sheet “{ $wanted }”. Leave the sheet out.
import-unreadable-sheet = There is no sheet “{ $wanted }”. There are: { $sheets }.
import-unreadable-open-quote = A quotation mark in line { $line } is closed nowhere. Please save the file as CSV again.
import-unreadable-after-quote = In line { $line } text follows a closing quotation mark. Please save the file as CSV again.

import-job-check = Check a list
import-job-take = Take over a list
