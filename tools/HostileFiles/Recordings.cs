namespace CoinRig.HostileFiles;

/// <summary>The recordings that are edited.</summary>
static class Recordings
{
    /// <summary>All recordings of a folder that are read unedited.</summary>
    public static IReadOnlyList<Subject> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(static f => Path.GetExtension(f) is not (".md" or ".json") && Path.GetFileName(Path.GetDirectoryName(f)) != "licences")
            .Order(StringComparer.Ordinal).Where(static f => Attempt.Read(File.ReadAllBytes(f)).Refusal is null).Select(static f => new Subject(f)).Where(static s => s.Whole.Refusal is null && s.Whole.Rows.Count > 2),
    ];
}
