Attribute VB_Name = "ResultatplanExcel"
' What the RP_ functions need of Excel: Python, cells, the goals' table, the function wizard.
' Generated; do not edit.
Option Explicit
Option Private Module

#If Win64 Then
Private Declare PtrSafe Function XLPyDLLActivateAuto Lib "xlwings64-{{xlwings}}.dll" (ByRef result As Variant, Optional ByVal config As String = "", Optional ByVal mode As Long = 1) As Long
Private Const DLL_NAME As String = "xlwings64-{{xlwings}}.dll"
#Else
Private Declare PtrSafe Function XLPyDLLActivateAuto Lib "xlwings32-{{xlwings}}.dll" (ByRef result As Variant, Optional ByVal config As String = "", Optional ByVal mode As Long = 1) As Long
Private Const DLL_NAME As String = "xlwings32-{{xlwings}}.dll"
#End If
Private Declare PtrSafe Function LoadLibraryW Lib "kernel32" (ByVal path As LongPtr) As LongPtr

Private Const PAUSE As Double = 30

Private loaded As Boolean
Private failedAt As Double
Private failure As String

' The Python process that answers, started on the first call. -P: nothing beside the workbook, or
' in the folder Excel happens to stand in, is ever imported. After a failed start the next
' half-minute's calls fail at once: a sheet with a hundred formulas must not wait for each.
Public Function RPPython() As Object
    Dim answer As Variant
    If failedAt > 0 And Abs(Timer - failedAt) < PAUSE Then Err.Raise vbObjectError + 1, , failure
    If Not loaded Then
        loaded = LoadLibraryW(StrPtr({{dll_folder}} & "\" & DLL_NAME)) <> 0
        If Not loaded Then RPFail {{NO_DLL}} & " " & {{dll_folder}} & "\" & DLL_NAME
    End If
    If XLPyDLLActivateAuto(answer, RPCommand(), 1) <> 0 Then RPFail CStr(answer)
    failedAt = 0
    Set RPPython = answer
End Function

Private Sub RPFail(ByVal problem As String)
    failedAt = Timer
    failure = problem
    Err.Raise vbObjectError + 1, , problem
End Sub

' End the Python process; the next call starts it again.
Public Sub RPStopPython()
    Dim unused As Variant
    On Error Resume Next
    If loaded Then XLPyDLLActivateAuto unused, RPCommand(), -1
End Sub

Private Function RPCommand() As String
    RPCommand = "cmd.exe /K """"" & {{python}} & """ -P -B -m {{server}} $(CLSID)"""
End Function

' The values of a range. Whole columns are cut at the sheet's used part.
Public Function RPCells(ByVal cells As Object) As Variant
    Dim used As Object
    RPCells = CVErr(xlErrValue)
    If TypeName(cells) <> "Range" Then Exit Function
    If cells.Areas.Count > 1 Then Exit Function
    Set used = cells
    If cells.Rows.Count = cells.Worksheet.Rows.Count Then
        Set used = Application.Intersect(cells, cells.Worksheet.UsedRange.EntireRow)
    End If
    RPCells = used.Value2
End Function

' The columns that a function totals, and of weights, of the workbook in which the calling cell
' stands.
Public Function RPGoalColumns(ByVal name As String) As Variant
    Dim sheet As Worksheet, table As ListObject
    RPLastError = {{NO_WORKBOOK}}
    If TypeName(Application.Caller) <> "Range" Then Exit Function
    For Each sheet In Application.Caller.Worksheet.Parent.Worksheets
        For Each table In sheet.ListObjects
            If table.Name = "{{table}}" Then
                RPGoalColumns = Array( _
                    table.ListColumns(RPTotalled(table, name)).DataBodyRange, _
                    table.ListColumns({{weight}}).DataBodyRange)
                Exit Function
            End If
        Next
    Next
End Function

' The column that a function totals, where the table has it; the fulfilments elsewhere.
Private Function RPTotalled(ByVal table As ListObject, ByVal name As String) As String
    Dim column As ListColumn, wanted As String
    RPTotalled = {{fulfilment}}
    Select Case name
{{totalled}}
    End Select
    For Each column In table.ListColumns
        If column.Name = wanted Then RPTotalled = wanted
    Next
End Function

' Help in the function wizard. Excel refuses this for a hidden workbook in some versions, so it is
' done when the add-in is made, and tried again when it opens.
Public Sub RPRegister()
    On Error Resume Next
{{registrations}}
End Sub

Private Sub RPDescribe(name As String, help As String, arguments As Variant)
    Dim macro As String
    macro = "'" & ThisWorkbook.Name & "'!" & name
    If UBound(arguments) < 0 Then
        Application.MacroOptions Macro:=macro, Description:=help, Category:={{category}}
    Else
        Application.MacroOptions Macro:=macro, Description:=help, Category:={{category}}, _
            ArgumentDescriptions:=arguments
    End If
End Sub

' Bind the RP_ names of a result plan that was made, or opened last, without the add-in.
Public Sub RPBind(ByVal book As Workbook)
    Dim wasSaved As Boolean
    If Not RPIsPlan(book) Then Exit Sub
    wasSaved = book.Saved
    On Error Resume Next
    Application.CalculateFullRebuild
    If Not RPIsBound(book) Then
        RPEnterAgain book
        Application.CalculateFull
    End If
    book.Saved = wasSaved
End Sub

Private Function RPIsPlan(ByVal book As Workbook) As Boolean
    Dim sheet As Worksheet
    For Each sheet In book.Worksheets
        If sheet.Name = "{{hidden_sheet}}" Then RPIsPlan = True
    Next
End Function

' Whether a cell that asks for the version shows this add-in's.
Private Function RPIsBound(ByVal book As Workbook) As Boolean
    Dim sheet As Worksheet, cell As Range
    For Each sheet In book.Worksheets
        For Each cell In sheet.UsedRange.Cells
            If cell.HasFormula Then
                If InStr(cell.Formula, "RP_VERSION(") > 0 Then
                    If InStr(CStr(cell.Value2), "{{version}}") > 0 Then RPIsBound = True
                    Exit Function
                End If
            End If
        Next
    Next
    RPIsBound = True
End Function

Private Sub RPEnterAgain(ByVal book As Workbook)
    Dim sheet As Worksheet
    For Each sheet In book.Worksheets
        If sheet.ProtectContents Then
            RPEnterProtected sheet
        Else
            RPEnterSheet sheet
        End If
    Next
End Sub

' A sheet that is locked with a password stays as it is: its native formulas answer.
Private Sub RPEnterProtected(ByVal sheet As Worksheet)
    Dim was As Protection, allowed(1 To 11) As Boolean, drawings As Boolean, scenarios As Boolean
    Dim selection As XlEnableSelection
    drawings = sheet.ProtectDrawingObjects
    scenarios = sheet.ProtectScenarios
    selection = sheet.EnableSelection
    Set was = sheet.Protection
    allowed(1) = was.AllowFormattingCells
    allowed(2) = was.AllowFormattingColumns
    allowed(3) = was.AllowFormattingRows
    allowed(4) = was.AllowInsertingColumns
    allowed(5) = was.AllowInsertingRows
    allowed(6) = was.AllowInsertingHyperlinks
    allowed(7) = was.AllowDeletingColumns
    allowed(8) = was.AllowDeletingRows
    allowed(9) = was.AllowSorting
    allowed(10) = was.AllowFiltering
    allowed(11) = was.AllowUsingPivotTables
    On Error Resume Next
    sheet.Unprotect ""
    If sheet.ProtectContents Then Exit Sub
    RPEnterSheet sheet
    sheet.Protect "", drawings, True, scenarios, False, allowed(1), allowed(2), allowed(3), _
        allowed(4), allowed(5), allowed(6), allowed(7), allowed(8), allowed(9), allowed(10), allowed(11)
    sheet.EnableSelection = selection
End Sub

Private Sub RPEnterSheet(ByVal sheet As Worksheet)
    Dim cell As Range
    On Error Resume Next
    For Each cell In sheet.UsedRange.Cells
        If cell.HasFormula Then
            If InStr(cell.Formula, "RP_") > 0 Then cell.Formula = cell.Formula
        End If
    Next
End Sub
