namespace CoinRig.Faults;

/// <summary>A mistake that may be planted in the gateway's sources: texts that are found once each, and what is put there instead.</summary>
/// <param name="Name">Its name, after its file.</param>
/// <param name="Promise">The promise that it breaks.</param>
/// <param name="Edits">What is changed: a file of the project, the text in it, the text instead.</param>
sealed record Mutant(string Name, string Promise, IReadOnlyList<(string File, string Found, string Put)> Edits)
{
    internal const string Extension = ".mutant";

    const string PromiseKey = "promise: ", FileKey = "file: ", FoundLine = "<<<<", PutLine = "====", EndLine = ">>>>";

    /// <summary>All of a project, by name.</summary>
    /// <param name="root">The project's folder.</param>
    internal static IReadOnlyList<Mutant> All(string root) =>
        [.. Directory.GetFiles(Path.Combine(root, "tools", "Faults", "Mutants"), "*" + Extension).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Changes the sources below a folder.</summary>
    /// <exception cref="InvalidDataException">A text is not there, or more than once.</exception>
    internal void Apply(string root)
    {
        foreach (var (file, found, put) in Edits)
        {
            var path = Path.Combine(root, file);
            var text = File.ReadAllText(path);
            if (text.Split(found).Length != 2)
            {
                throw new InvalidDataException($"{Name}: {file} has its text {text.Split(found).Length - 1} times, not once.");
            }
            File.WriteAllText(path, text.Replace(found, put, StringComparison.Ordinal));
        }
    }

    static Mutant Read(string path)
    {
        var (promise, file) = ("", "");
        var edits = new List<(string, string, string)>();
        List<string> found = [], put = [];
        List<string>? part = null;
        foreach (var line in File.ReadAllLines(path))
        {
            switch (line)
            {
                case FoundLine:
                    (found, put) = ([], []);
                    part = found;
                    break;
                case PutLine:
                    part = put;
                    break;
                case EndLine:
                    edits.Add((file, string.Join('\n', found), string.Join('\n', put)));
                    part = null;
                    break;
                default:
                    part?.Add(line);
                    promise = part is null && line.StartsWith(PromiseKey, StringComparison.Ordinal) ? line[PromiseKey.Length..] : promise;
                    file = part is null && line.StartsWith(FileKey, StringComparison.Ordinal) ? line[FileKey.Length..] : file;
                    break;
            }
        }
        return new(Path.GetFileNameWithoutExtension(path), promise, edits);
    }
}
