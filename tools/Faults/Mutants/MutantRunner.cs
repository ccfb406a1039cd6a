using System.Diagnostics;

namespace CoinRig.Faults;

/// <summary>
/// Judges the judge: plants one mistake after another in a copy of the sources, builds what it changes, and runs seeds until one breaks a
/// promise. A mistake that no seed finds is a hole in the campaign.
/// </summary>
static class MutantRunner
{
    /// <summary>Runs all whose name contains a text; true where each is found.</summary>
    internal static bool Run(TextWriter output, int seeds, string nameContains)
    {
        var (root, copy) = (ProjectFolder.Root, Directory.CreateTempSubdirectory("coinrig-mutants").FullName);
        try
        {
            ProjectFolder.Copy(root, copy);
            Require(Called(copy, Path.Combine(copy, "tools", "build"), "tools/Faults/Faults.csproj"), "The campaign");
            var all = Mutant.All(root).Where(m => m.Name.Contains(nameContains, StringComparison.Ordinal)).ToArray();
            output.WriteLine("| promise | mistake planted | first seed that finds it | what it says |");
            output.WriteLine("|---|---|---|---|");
            var missed = 0;
            foreach (var mutant in all)
            {
                var said = Find(mutant, root, copy, seeds);
                missed += said is null ? 1 : 0;
                output.WriteLine($"| {mutant.Promise} | `{mutant.Name}` | {Row(said, seeds)} |");
            }
            output.WriteLine($"{all.Length - missed} of {all.Length} mistakes are found");
            return missed == 0;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>What the first seed says that finds it; null where none does.</summary>
    static string? Find(Mutant mutant, string root, string copy, int seeds)
    {
        var program = Path.Combine(copy, "tools", "Faults", "bin", "Release", "net10.0");
        var whole = new Dictionary<string, byte[]>();
        mutant.Apply(copy);
        try
        {
            // Only what is changed is built, and put beside what was built before.
            foreach (var project in mutant.Edits.Select(e => ProjectOf(copy, e.File)).Distinct())
            {
                Require(Called(copy, "dotnet", "build", project, "-c", "Release", "--no-dependencies", "-v", "quiet", "--nologo"), mutant.Name);
                var library = $"CoinRig.{Path.GetFileNameWithoutExtension(project)}.dll";
                whole[library] = File.ReadAllBytes(Path.Combine(program, library));
                File.Copy(Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release", "net10.0", library), Path.Combine(program, library), overwrite: true);
            }
            var run = Called(copy, "dotnet", Path.Combine(program, "CoinRig.Faults.dll"), "--seeds", $"{seeds}", "--until-failure");
            return run.Output.Split('\n').Where(l => l.StartsWith("seed ", StringComparison.Ordinal)).OrderBy(SeedOf).FirstOrDefault();
        }
        finally
        {
            foreach (var (file, _, _) in mutant.Edits)
            {
                // Written anew and not copied: a copy would keep its old time, and not be built.
                File.WriteAllText(Path.Combine(copy, file), File.ReadAllText(Path.Combine(root, file)));
            }
            foreach (var (library, content) in whole)
            {
                File.WriteAllBytes(Path.Combine(program, library), content);
            }
        }
    }

    static string ProjectOf(string copy, string file)
    {
        var folder = Path.GetDirectoryName(Path.Combine(copy, file));
        while (Directory.GetFiles(folder!, "*.csproj").Length == 0)
        {
            folder = Path.GetDirectoryName(folder);
        }
        return Directory.GetFiles(folder!, "*.csproj")[0];
    }

    static void Require((int ExitCode, string Output) build, string what)
    {
        if (build.ExitCode != 0)
        {
            throw new InvalidDataException($"{what} cannot be built: {build.Output}");
        }
    }

    static int SeedOf(string line) => int.Parse(line["seed ".Length..line.IndexOf(':', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);

    static string Row(string? said, int seeds)
    {
        if (said is null)
        {
            return $"none of {seeds} | |";
        }
        var words = said[(said.IndexOf(':', StringComparison.Ordinal) + 2)..];
        var end = words.IndexOf("    replay", StringComparison.Ordinal);
        return $"{SeedOf(said)} | {(end < 0 ? words : words[..end]).Replace('|', '/')}";
    }

    static (int ExitCode, string Output) Called(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
