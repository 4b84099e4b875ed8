Attribute VB_Name = "ResultatplanIndbakke"
' The department's buttons: an inbox is judged while Excel goes on, and its overview opened. Python
' runs rp; here it is only asked and shown. Generated; do not edit.
Option Explicit

Private Const SETTINGS As String = "Resultatplan"
Private Const SECTION As String = "Indbakke"

Private began As Date

' The buttons in the ribbon.
Public Sub RPIndbakkeKnap(control As IRibbonControl)
    Dim folder As String, problem As String
    With Application.FileDialog(msoFileDialogFolderPicker)
        .Title = {{INBOX_CHOOSE}}
        .InitialFileName = GetSetting(SETTINGS, SECTION, "Mappe")
        If .Show = 0 Then Exit Sub
        folder = .SelectedItems(1)
    End With
    On Error GoTo failed
    Application.StatusBar = {{INBOX_CHECKING}}
    problem = CStr(RPPython().CallUDF("{{buttons}}", "start_inbox", Array(folder)))
    If problem <> "" Then Err.Raise vbObjectError + 1, , problem
    SaveSetting SETTINGS, SECTION, "Mappe", folder
    began = Now
    RPAskAgain
    Exit Sub
failed:
    RPInboxFailed Err.Description
End Sub

Public Sub RPOverblikKnap(control As IRibbonControl)
    RPOpenOverview
End Sub

' Run by Excel's clock until the inbox is judged.
Public Sub RPFollowInbox()
    Dim words As String, overview As String
    On Error GoTo failed
    words = CStr(RPPython().CallUDF("{{buttons}}", "inbox_words", Array()))
    If words = "" Then
        Application.StatusBar = {{INBOX_CHECKING}} & " " & DateDiff("s", began, Now) & " s"
        RPAskAgain
        Exit Sub
    End If
    overview = CStr(RPPython().CallUDF("{{buttons}}", "inbox_overview", Array()))
    If overview = "" Then Err.Raise vbObjectError + 1, , words
    Application.StatusBar = False
    SaveSetting SETTINGS, SECTION, "Overblik", overview
    words = words & vbCrLf & vbCrLf & {{OVERVIEW_OPEN_NOW}}
    If MsgBox(words, vbYesNo + vbQuestion, {{category}}) = vbYes Then RPOpenOverview
    Exit Sub
failed:
    RPInboxFailed Err.Description
End Sub

Private Sub RPAskAgain()
    Application.OnTime Now + TimeSerial(0, 0, 2), "'" & ThisWorkbook.Name & "'!RPFollowInbox"
End Sub

Private Sub RPInboxFailed(ByVal problem As String)
    Application.StatusBar = False
    MsgBox {{INBOX_FAILED}} & vbCrLf & vbCrLf & problem, vbExclamation, {{category}}
End Sub

' The overview that a run from here wrote last.
Private Sub RPOpenOverview()
    Dim overview As String
    overview = GetSetting(SETTINGS, SECTION, "Overblik")
    If overview = "" Then
        MsgBox {{OVERVIEW_NONE}}, vbInformation, {{category}}
        Exit Sub
    End If
    On Error GoTo failed
    Application.Workbooks.Open overview
    Exit Sub
failed:
    MsgBox {{OVERVIEW_FAILED}} & vbCrLf & vbCrLf & Err.Description, vbExclamation, {{category}}
End Sub
