namespace CoinRig.Faults;

/// <summary>The project's folder, and copies of what the campaign is built of.</summary>
static class ProjectFolder
{
    const string Solution = "CoinRig.slnx";

    static readonly string[] Files = [Solution, "Directory.Build.props", "Directory.Packages.props", "nuget.config", "global.json", ".editorconfig"];

    static readonly string[] Folders = ["boards", "gateway", "firmware", "tools"];

    /// <summary>The folder that the program was built in.</summary>
    internal static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("The program is not in the project's folder.");
            }
            return folder.FullName;
        }
    }

    /// <summary>Copies the sources.</summary>
    internal static void Copy(string from, string to)
    {
        foreach (var file in Files.Where(f => File.Exists(Path.Combine(from, f))))
        {
            File.Copy(Path.Combine(from, file), Path.Combine(to, file));
        }
        foreach (var folder in Folders)
        {
            CopyFolder(Path.Combine(from, folder), Path.Combine(to, folder));
        }
    }

    static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
        foreach (var folder in Directory.GetDirectories(from).Where(f => Path.GetFileName(f) is not ("bin" or "obj")))
        {
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
