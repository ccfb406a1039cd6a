using System.CommandLine;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>Files that commands write beside a run.</summary>
static class OutputFile
{
    /// <summary><c>-o FILE</c>.</summary>
    public static Option<string?> Option(string description) => new("-o", "--output") { Description = description, HelpName = "FILE" };

    /// <summary>The file that was asked for, or one beside the run with its name.</summary>
    /// <exception cref="RefusedException">It is the run file itself, or an existing file of another kind.</exception>
    /// <param name="given">The file that was asked for; null for none.</param>
    /// <param name="run">What it is made from.</param>
    /// <param name="extension">What such files end in.</param>
    /// <param name="suffix">What stands before the ending of one that nobody named.</param>
    public static string Choose(string? given, string run, string extension, string suffix = "")
    {
        var target = given ?? Stem(run) + suffix + extension;
        if (Path.GetFullPath(target) == Path.GetFullPath(run))
        {
            throw new RefusedException($"{target} is the file that is read, which is never overwritten: give another name.");
        }
        // What was made from a run can be made again; a measurement, a protocol or a cell file cannot.
        return !File.Exists(target) || IsMadeFromARun(target, extension) ? target
            : throw new RefusedException($"{target} exists and is no {extension} file, so it is not overwritten: give another name, or move it away.");
    }

    /// <summary>Says whether files of any name may be written: a measurement that bears one of them is not lost.</summary>
    /// <exception cref="RefusedException">One is the file that is read, or exists and may not be overwritten.</exception>
    /// <param name="targets">What is to be written.</param>
    /// <param name="source">What it is made from.</param>
    /// <param name="mayOverwrite">Whether what exists may go.</param>
    public static void RequireNew(IEnumerable<string> targets, string source, bool mayOverwrite)
    {
        foreach (var target in targets)
        {
            if (Path.GetFullPath(target) == Path.GetFullPath(source))
            {
                throw new RefusedException($"{target} is the file that is read, which is never overwritten: give another name.");
            }
            if (File.Exists(target) && !mayOverwrite && !IsOurMetadata(target))
            {
                throw new RefusedException($"{target} exists and is not overwritten, because it may be a measurement: give another name, or say --overwrite.");
            }
        }
    }

    /// <summary>Metadata of a conversion, which that to CSV and that to Parquet share.</summary>
    static bool IsOurMetadata(string target) => target.EndsWith(".metadata.json", StringComparison.Ordinal) && File.ReadAllText(target).Contains("\"source_file\"", StringComparison.Ordinal);

    static bool IsMadeFromARun(string target, string extension) => Path.GetExtension(target).ToLowerInvariant() is var kind
        && (kind == extension || (extension == ".png" && kind == ".svg"));

    /// <summary>Writes a file in one go: one that cannot be finished leaves what was there as it was.</summary>
    public static void Write(string target, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(target))!;
        if (!Directory.Exists(folder))
        {
            throw new RefusedException($"There is no folder {folder}: make it, or give another file.");
        }
        if (Directory.Exists(target))
        {
            throw new RefusedException($"{target} is a folder: give a file in it.");
        }
        var part = target + ".part";
        try
        {
            using (var stream = File.Create(part))
            {
                write(stream);
            }
            File.Move(part, target, overwrite: true);
        }
        catch (Exception e)
        {
            File.Delete(part);
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new RefusedException($"{target} cannot be written: {e.Message.Replace(part, target, StringComparison.Ordinal)}", e);
            }
            throw;
        }
    }

    static string Stem(string run) => run.EndsWith(RunNames.Extension, StringComparison.Ordinal) ? run[..^RunNames.Extension.Length]
        : Path.Combine(Path.GetDirectoryName(run) ?? "", Path.GetFileNameWithoutExtension(run));
}
