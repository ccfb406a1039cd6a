using Microsoft.CodeAnalysis;

namespace CoinRig.Firmware.Tests;

/// <summary>Each construct that compiles and breaks on the device is refused, and the sources have none.</summary>
[TestClass]
public sealed class DeviceRulesTests
{
    [TestMethod]
    [DataRow("generics", "class C<T> { }")]
    [DataRow("generics", "class C { T Id<T>(T x) => x; }")]
    [DataRow("generics", "delegate T D<T>(T x);")]
    [DataRow("generics", "interface I<T> { }")]
    [DataRow("generics", "class C { void M() { T Local<T>(T x) => x; Local(4); } }")]
    [DataRow("generics", "class C { System.Func<int> f; }")]
    [DataRow("generics", "class C { event System.EventHandler<int> E; }")]
    [DataRow("generics", "class C { System.Action<int> a; }")]
    [DataRow("multi-dimensional array", "class C { int[,] a; }")]
    [DataRow("multi-dimensional array", "class C { object M() => new int[2, 2]; }")]
    [DataRow("default interface member", "interface I { int M() => 1; }")]
    [DataRow("default interface member", "interface I { int M() { return 1; } }")]
    [DataRow("default interface member", "interface I { int P => 1; }")]
    [DataRow("default interface member", "interface I { int P { get { return 1; } } }")]
    [DataRow("stackalloc or pointer", "class C { unsafe void M() { int* p = stackalloc int[3]; } }")]
    [DataRow("stackalloc or pointer", "class C { unsafe int* p; }")]
    [DataRow("stackalloc or pointer", "class C { unsafe void M(byte[] b) { fixed (byte* p = b) { } } }")]
    [DataRow("stackalloc or pointer", "class C { unsafe delegate*<int, void> f; }")]
    [DataRow("division by a variable", "class C { int M(int a, int b) => a / b; }")]
    [DataRow("division by a variable", "class C { int M(int a, int b) => a % b; }")]
    [DataRow("division by a variable", "class C { int M(int a, int b) { a /= b; return a; } }")]
    [DataRow("division by a variable", "class C { int M(int a, int b) { a %= b; return a; } }")]
    [DataRow("text of an enum", "enum E { A } class C { string M(E e) => e.ToString(); }")]
    [DataRow("text of an enum", "enum E { A } class C { string M(E e) => $\"{e}\"; }")]
    [DataRow("text of an enum", "enum E { A } class C { string M(E e) => \"is \" + e; }")]
    [DataRow("checked", "class C { int M(int a) => checked(a + 1); }")]
    [DataRow("checked", "class C { int M(int a) { checked { return a + 1; } } }")]
    public void Everywhere_Construct_IsRefused(string rule, string code) => AssertRefused(rule, code, DeviceRules.Everywhere);

    [TestMethod]
    [DataRow("floating point", "class C { bool M(double limit) => true; }")]
    [DataRow("floating point", "class C { float limit; }")]
    [DataRow("floating point", "class C { bool M(int x) => x > 4.2; }")]
    [DataRow("floating point", "class C { int M() { var x = 4.2f; return (int)x; } }")]
    [DataRow("allocation after construction", "class C { byte[] M() => new byte[3]; }")]
    [DataRow("allocation after construction", "class C { C M() => new(); }")]
    [DataRow("allocation after construction", "class C { string M(int x) => $\"{x}\"; }")]
    [DataRow("allocation after construction", "class C { string M(string x) => x + \"!\"; }")]
    [DataRow("allocation after construction", "class C { object M(int x) => x; }")]
    [DataRow("allocation after construction", "class C { System.Action M(int x) => () => M(x); }")]
    [DataRow("allocation after construction", "class C { int[] M() { int[] a = { 1, 2 }; return a; } }")]
    [DataRow("allocation after construction", "class C { int[] M() => [1, 2]; }")]
    [DataRow("allocation after construction", "class C { void M(string s) { foreach (var c in s) { } } }")]
    public void Logic_Construct_IsRefused(string rule, string code) => AssertRefused(rule, code, DeviceRules.Logic);

    [TestMethod]
    [DataRow("class C { const int K = 4; int M(int a) => a / K + a % (2 * K); }")]
    [DataRow("class C { readonly byte[] b = new byte[3]; C() { b = new byte[4]; } }")]
    [DataRow("class C { static readonly byte[] B = { 1, 2 }; int[][] jagged; }")]
    [DataRow("interface I { int M(); int P { get; } }")]
    [DataRow("enum E { A } class C { string M(E e) => e switch { E.A => \"a\", _ => nameof(E.A) }; }")]
    [DataRow("class C { int M(int[] a) { var s = 0; foreach (var x in a) { s += x; } return s; } }")]
    public void WhatRuns_IsNotRefused(string code) => Assert.IsEmpty(DeviceRules.Find(DeviceCompilation.Of(("test.cs", code)), [.. DeviceRules.Everywhere, .. DeviceRules.Logic]));

    /// <summary>What the class library does not have is an error of the compiler, because this is the device's own class library.</summary>
    [TestMethod]
    [DataRow("class C { int? x; }")]
    [DataRow("class C { System.Collections.Generic.List<int> x; }")]
    [DataRow("class C { async System.Threading.Tasks.Task M() { } }")]
    [DataRow("record R(int X);")]
    [DataRow("class C { decimal x; }")]
    [DataRow("class C { volatile int x; }")]
    [DataRow("class C { (int, int) M() => (1, 2); }")]
    [DataRow("class C { System.Span<byte> M() => default; }")]
    public void WhatTheLibraryHasNot_DoesNotCompile(string code) =>
        Assert.IsNotEmpty(DeviceCompilation.Of(("test.cs", code)).Emit(Stream.Null).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));

    [TestMethod]
    public void Sources_OfTheLogic_CompileForTheDevice()
    {
        var errors = DeviceCompilation.OfFiles(DeviceCompilation.LogicFiles).Emit(Stream.Null).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.IsEmpty(errors);
        Assert.IsGreaterThan(20, DeviceCompilation.LogicFiles.Count);
    }

    [TestMethod]
    public void Sources_OfTheLogic_KeepToTheRules() =>
        Assert.IsEmpty(DeviceRules.Find(DeviceCompilation.OfFiles(DeviceCompilation.LogicFiles), [.. DeviceRules.Everywhere, .. DeviceRules.Logic]));

    [TestMethod]
    public void Sources_OfPinsAndTests_KeepToTheRulesForTheDevice() =>
        Assert.IsEmpty(DeviceRules.Find(DeviceCompilation.OfFiles([.. DeviceCompilation.PinFiles, .. DeviceCompilation.TestFiles, .. DeviceCompilation.LogicFiles]), DeviceRules.Everywhere));

    static void AssertRefused(string rule, string code, IReadOnlyList<(string Name, Func<SyntaxNode, SemanticModel, bool> Breaks)> rules) =>
        Assert.Contains($"test.cs:1: {rule}", DeviceRules.Find(DeviceCompilation.Of(("test.cs", code)), rules));
}
