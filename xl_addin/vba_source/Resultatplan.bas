Attribute VB_Name = "Resultatplan"
' The RP_ functions of the workbook. Generated; do not edit.
'
' This module keeps to what VBA and VBScript share, so that tests run this very text outside
' Excel. What only Excel can do (starting Python, finding a table) is in ResultatplanExcel.
Option Explicit

Public RPLastError

{{functions}}
' Excel's answer to one call: values in, value or error out. Arguments left out at the end are
' not passed, so that Python's own defaults hold.
Private Function RPAnswer(name, given)
    Dim arguments, count, index, answer
    count = 0
    For index = 0 To UBound(given)
        If Not IsMissing(given(index)) Then count = index + 1
    Next
    If count = 0 Then
        answer = RPCall(name, Array())
    Else
        ReDim arguments(count - 1)
        For index = 0 To count - 1
            If IsMissing(given(index)) Then
                arguments(index) = Empty
            Else
                arguments(index) = RPArgument(given(index))
            End If
        Next
        answer = RPCall(name, arguments)
    End If
    RPAnswer = RPResult(answer)
End Function

' A function that reads the goals of the workbook it stands in where it is given nothing.
Private Function RPTotal(name, given)
    Dim columns
    If RPNothingGiven(given) Then
        columns = RPGoalColumns(name)
        If IsArray(columns) Then
            RPTotal = RPAnswer(name, columns)
        Else
            RPTotal = CVErr(2015)
        End If
    Else
        RPTotal = RPAnswer(name, given)
    End If
End Function

Private Function RPNothingGiven(given)
    Dim index
    RPNothingGiven = True
    For index = 0 To UBound(given)
        If Not IsMissing(given(index)) Then RPNothingGiven = False
    Next
End Function

Private Function RPCall(name, arguments)
    Dim answer, problem
    On Error Resume Next
    answer = RPPython().CallUDF("{{module}}", name, arguments)
    problem = Err.Number
    If problem <> 0 Then
        RPLastError = Err.Description
        answer = "#VALUE!"
    End If
    On Error GoTo 0
    RPCall = answer
End Function

' Python answers with an error's text; a cell must hold the error itself, or IFERROR is blind.
Private Function RPResult(answer)
    Dim number
    number = 0
    If VarType(answer) = 8 Then number = RPErrorNumber(answer)
    If number = 0 Then
        RPResult = answer
    Else
        RPResult = CVErr(number)
    End If
End Function

' An argument as a value or an array of values, errors as their text.
Private Function RPArgument(given)
    If IsError(given) Then
        RPArgument = RPErrorText(CLng(given))
    ElseIf IsObject(given) Then
        RPArgument = RPValues(RPCells(given))
    Else
        RPArgument = RPValues(given)
    End If
End Function

Private Function RPValues(given)
    Dim clean, row, column, rows, columns
    If Not IsArray(given) Then
        RPValues = RPCell(given)
    Else
        rows = UBound(given) - LBound(given)
        columns = RPLastColumn(given)
        If columns < 0 Then
            ReDim clean(rows)
            For row = 0 To rows
                clean(row) = RPCell(given(LBound(given) + row))
            Next
        Else
            ReDim clean(rows, columns)
            For row = 0 To rows
                For column = 0 To columns
                    clean(row, column) = RPCell(given(LBound(given) + row, LBound(given, 2) + column))
                Next
            Next
        End If
        RPValues = clean
    End If
End Function

' The columns of a two-dimensional array less one; -1 for an array of one dimension.
Private Function RPLastColumn(given)
    Dim last
    last = -1
    On Error Resume Next
    last = UBound(given, 2) - LBound(given, 2)
    Err.Clear
    On Error GoTo 0
    RPLastColumn = last
End Function

Private Function RPCell(value)
    If IsError(value) Then
        RPCell = RPErrorText(CLng(value))
    Else
        RPCell = value
    End If
End Function

Private Function RPErrorNumber(text)
    RPErrorNumber = 0
    Select Case text
{{error_numbers}}
    End Select
End Function

Private Function RPErrorText(number)
    RPErrorText = "#VALUE!"
    Select Case number
{{error_texts}}
    End Select
End Function
