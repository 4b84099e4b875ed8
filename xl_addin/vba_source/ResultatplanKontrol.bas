Attribute VB_Name = "ResultatplanKontrol"
' The macro behind the button: the department's own check of the active workbook as saved. The
' findings go to a new workbook; the report itself is only read. Generated; do not edit.
Option Explicit

' The button in the ribbon.
Public Sub RPKontrollerKnap(control As IRibbonControl)
    KontrollerRapport
End Sub

Public Sub KontrollerRapport()
    Dim report As Workbook, file As String, rows As Variant
    Set report = Application.ActiveWorkbook
    If report Is Nothing Then
        MsgBox {{NO_REPORT_OPEN}}, vbInformation, {{category}}
        Exit Sub
    End If
    If report.Path = "" Then
        MsgBox {{SAVE_FIRST}}, vbInformation, {{category}}
        Exit Sub
    End If
    If Not report.Saved Then
        If MsgBox({{UNSAVED_CHANGES}}, vbOKCancel + vbQuestion, {{category}}) <> vbOK Then Exit Sub
    End If
    On Error GoTo failed
    file = RPFile(report)
    Application.StatusBar = {{CHECKING}}
    rows = RPPython().CallUDF("{{buttons}}", "check_report", Array(file))
    Application.StatusBar = False
    RPShow report, rows
    Exit Sub
failed:
    Application.StatusBar = False
    MsgBox {{CHECK_FAILED}} & vbCrLf & vbCrLf & Err.Description, vbExclamation, {{category}}
End Sub

' The file on this disk. A workbook that lives at a web address is copied to the temporary folder.
Private Function RPFile(ByVal report As Workbook) As String
    Dim folder As String
    RPFile = report.FullName
    If InStr(RPFile, "://") = 0 Then Exit Function
    folder = Environ("TEMP") & "\resultatplan"
    If Dir(folder, vbDirectory) = "" Then MkDir folder
    RPFile = folder & "\" & report.Name
    report.SaveCopyAs RPFile
End Function

' Row 1 is the verdict, row 2 the headings, then a finding a row: severity, sheet, cell, message,
' hint. Rows are zero-based as Python returns them.
Private Sub RPShow(ByVal report As Workbook, ByVal rows As Variant)
    Dim book As Workbook, sheet As Worksheet, row As Long, column As Long, first As Long
    Set book = Application.Workbooks.Add(xlWBATWorksheet)
    Set sheet = book.Worksheets(1)
    sheet.Name = {{FINDINGS_SHEET}}
    first = LBound(rows, 1)
    For row = first To UBound(rows, 1)
        For column = LBound(rows, 2) To UBound(rows, 2)
            With sheet.Cells(row - first + 1, column - LBound(rows, 2) + 1)
                .NumberFormat = "@"
                .Value = CStr(rows(row, column))
            End With
        Next
        If row > first + 1 Then RPLink report, sheet, row - first + 1
    Next
    sheet.Range("A1:A2").EntireRow.Font.Bold = True
    sheet.Columns("A:C").ColumnWidth = 14
    sheet.Columns("D:E").ColumnWidth = 70
    sheet.Columns("D:E").WrapText = True
    sheet.Rows(1).WrapText = False
    sheet.Columns("A:E").VerticalAlignment = xlTop
    book.Saved = True
End Sub

Private Sub RPLink(ByVal report As Workbook, ByVal sheet As Worksheet, ByVal row As Long)
    Dim name As String, cell As String
    name = sheet.Cells(row, 2).Value
    cell = sheet.Cells(row, 3).Value
    If name = "" Or cell = "" Then Exit Sub
    sheet.Hyperlinks.Add Anchor:=sheet.Cells(row, 3), Address:=report.FullName, _
        SubAddress:="'" & Replace(name, "'", "''") & "'!" & cell, TextToDisplay:=cell
End Sub
