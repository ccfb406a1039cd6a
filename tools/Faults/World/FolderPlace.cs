using CoinRig.Runs;

namespace CoinRig.Faults;

/// <summary>
/// A folder of the computer. What a killed process leaves is copied to a fresh one: this process has the old files open, and closing them
/// would do what a dead one cannot do any more.
/// </summary>
sealed class FolderPlace : IRunPlace
{
    static readonly string[] Parts = ["", "-wal"];

    readonly string _root = Directory.CreateTempSubdirectory("coinrig-faults").FullName;
    int _generation;

    public string Folder => Path.Combine(_root, $"{_generation}");

    public string? RunFile => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*" + RunNames.Extension).FirstOrDefault() : null;

    public void Kill()
    {
        var old = RunFile;
        _generation++;
        Directory.CreateDirectory(Folder);
        if (old is not null)
        {
            foreach (var part in Parts.Where(p => File.Exists(old + p)))
            {
                File.Copy(old + part, Path.Combine(Folder, Path.GetFileName(old)) + part);
            }
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
