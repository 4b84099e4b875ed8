' The add-in's own workbook: help for the function wizard, and binding of plans as they open.
' Generated; do not edit.
Option Explicit

Private WithEvents App As Application

Private Sub Workbook_Open()
    Dim book As Workbook
    Set App = Application
    RPRegister
    For Each book In Application.Workbooks
        RPBind book
    Next
End Sub

Private Sub App_WorkbookOpen(ByVal Wb As Workbook)
    RPBind Wb
End Sub

Private Sub Workbook_BeforeClose(Cancel As Boolean)
    RPStopPython
End Sub
