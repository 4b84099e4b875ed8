' Stands in for Excel beside the add-in's own module: errors, ranges and arguments left out as
' objects, and the Python server as a script reaches it. Wine's VBScript has no ChrW and shows no
' Unicode, so texts come and go as Python literals through the server.
Class Application_
  Public Volatiles
  Public Sub Volatile
    Volatiles = Volatiles + 1
  End Sub
End Class

Class Content_
  Public Kind
  Public Value2
  Public Default Property Get Number
    Number = Value2
  End Property
End Class

Dim Application
Set Application = New Application_
Dim Server
Set Server = CreateObject("Xlwings.XLPython")
Dim ServerIsDown
ServerIsDown = False
Dim Goals
Dim Totalled
Dim Missing
Set Missing = Made("missing", Empty)

Function Made(kind, content)
  Dim new_
  Set new_ = New Content_
  new_.Kind = kind
  new_.Value2 = content
  Set Made = new_
End Function

Function ExcelError(number)
  Set ExcelError = Made("error", number)
End Function

Function IsKind(value, kind)
  IsKind = False
  If IsObject(value) Then IsKind = (value.Kind = kind)
End Function

Function IsMissing(value)
  IsMissing = IsKind(value, "missing")
End Function

Function IsError(value)
  IsError = IsKind(value, "error")
End Function

Function CVErr(number)
  CVErr = "CVErr:" & number
End Function

Function RPCells(cells)
  RPCells = cells.Value2
End Function

Function RPGoalColumns(name)
  Totalled = Totalled & name & " "
  RPGoalColumns = Goals
End Function

Function RPPython()
  If ServerIsDown Then Err.Raise 1000, "test", "no Python here"
  Set RPPython = Server
End Function

' A text from its Python literal.
Function Text(literal)
  Text = Server.Str(Server.Eval(literal))
End Function

' A range of so many columns, from its cells row by row.
Function Cells(columns, contents)
  Dim values, index
  ReDim values((UBound(contents) + 1) / columns - 1, columns - 1)
  For index = 0 To UBound(contents)
    If IsObject(contents(index)) Then
      Set values(index \ columns, index Mod columns) = contents(index)
    Else
      values(index \ columns, index Mod columns) = contents(index)
    End If
  Next
  Set Cells = Made("range", values)
End Function

Sub Show(answer)
  WScript.Echo Server.Str(Server.Eval("ascii(x)", Server.Dict("x", answer)))
End Sub
