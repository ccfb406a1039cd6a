using System.Xml.Linq;

namespace CoinRig.House.Tests;

/// <summary>One project: its place and what it refers to.</summary>
/// <param name="Path">Path of its file relative to the house.</param>
/// <param name="References">Paths of the projects it refers to.</param>
/// <param name="Packages">Names of the packages it refers to.</param>
sealed record Room(string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public static IReadOnlyList<Room> All { get; } = [.. Sources.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Select(Read)];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The wing of the house: boards, gateway, firmware, tests or tools.</summary>
    public string Wing => Path[..Path.IndexOf('/')];

    /// <summary>All projects that it refers to, directly or not.</summary>
    public IEnumerable<string> Reach() => References.Concat(References.SelectMany(r => All.Single(a => a.Path == r).Reach())).Distinct();

    static Room Read(string path)
    {
        var xml = XDocument.Load(System.IO.Path.Combine(Sources.Root, path));
        IReadOnlyList<string> Includes(string element) => [.. xml.Descendants(element).Select(e => e.Attribute("Include")!.Value)];
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.Combine(Sources.Root, path))!;
        return new(path, [.. Includes("ProjectReference").Select(r => System.IO.Path.GetRelativePath(Sources.Root, System.IO.Path.GetFullPath(
            System.IO.Path.Combine(folder, r.Replace('\\', '/')))).Replace('\\', '/'))], Includes("PackageReference"));
    }
}
