using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoinRig.Firmware.Tests;

/// <summary>Sources compiled against nanoFramework's own class library.</summary>
static class DeviceCompilation
{
    static readonly MetadataReference CoreLibrary = MetadataReference.CreateFromFile(typeof(DeviceCompilation).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "CoreLibrary").Value!);

    /// <summary>Every file of the logic that goes onto the device.</summary>
    internal static IReadOnlyList<string> LogicFiles { get; } = FilesOf("firmware/Supervisor");

    /// <summary>Every file of the part that touches pins.</summary>
    internal static IReadOnlyList<string> PinFiles { get; } = FilesOf("firmware/Supervisor.Esp32");

    /// <summary>Every file of the tests that run on the device too.</summary>
    internal static IReadOnlyList<string> TestFiles { get; } = FilesOf("firmware/Supervisor.Tests");

    internal static CSharpCompilation Of(params IEnumerable<(string Path, string Text)> files) => CSharpCompilation.Create("device",
        files.Select(f => CSharpSyntaxTree.ParseText(f.Text, new CSharpParseOptions(LanguageVersion.CSharp12), f.Path)), [CoreLibrary],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));

    internal static CSharpCompilation OfFiles(IEnumerable<string> paths) => Of(paths.Select(p => (p, Page.Read(p))));

    static string[] FilesOf(string folder) => [.. Directory.GetFiles(Path.Combine(Page.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Page.Root, f).Replace('\\', '/'))
        .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)
            && !f.Contains("/Properties/", StringComparison.Ordinal) && !f.Contains("/Shim/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];
}
