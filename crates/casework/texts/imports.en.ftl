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
