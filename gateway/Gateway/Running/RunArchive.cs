using System.Security.Cryptography;
using CoinRig.Control;
using CoinRig.Linux;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>Moves runs to another disk so that at every moment one whole file exists.</summary>
static class RunArchive
{
    /// <summary>Verifies a run, copies it, compares what arrived with what left, and deletes the original.</summary>
    /// <exception cref="RefusedException">The run has not ended, its file is not whole, or another file stands in the way.</exception>
    internal static (string Path, long Bytes, string Sha256) Move(string path, string folder)
    {
        using (var run = RunFileReader.Open(path))
        {
            if (run.Header.State == RunState.Running)
            {
                throw new RefusedException($"{path} is not archived: its run has not ended. Finish it first ('coinrig resume', or let it end).");
            }
        }
        // One plain file: what is still beside it in the WAL would be left behind.
        RunFile.Tidy(path);
        if (File.Exists(path + "-wal") && new FileInfo(path + "-wal").Length > 0)
        {
            throw new RefusedException($"{path} is not archived: another program still reads it. Close it and try again.");
        }
        var found = WholeRun.Verify(path);
        if (found.Findings.Count > 0)
        {
            throw new RefusedException($"{path} is not archived and not deleted: it is not whole. {found.Findings[0]} 'coinrig verify {path}' says all.");
        }
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, Path.GetFileName(path));
        if (Path.GetFullPath(target) == Path.GetFullPath(path))
        {
            throw new RefusedException($"{path} lies in {folder} already: name another folder with --to.");
        }
        var sum = Sum(path);
        if (!File.Exists(target))
        {
            Copy(path, target, sum);
        }
        else if (Sum(target) != sum)
        {
            throw new RefusedException($"{target} exists and is another run: nothing was copied or deleted. Name another folder with --to.");
        }
        var bytes = new FileInfo(target).Length;
        File.Delete(path);
        return (target, bytes, sum);
    }

    /// <summary>The copy has its name only once it is on the disk and is what it should be.</summary>
    static void Copy(string path, string target, string sum)
    {
        var partial = target + ".partial";
        try
        {
            using (var from = File.OpenRead(path))
            using (var to = new FileStream(partial, FileMode.Create, FileAccess.Write))
            {
                from.CopyTo(to);
                to.Flush(flushToDisk: true);
            }
            if (Sum(partial) != sum)
            {
                throw new RefusedException($"The copy of {path} is not the same as the original: the target disk or its cable is at fault. Nothing was deleted.");
            }
            File.Move(partial, target);
            FolderSync.Flush(Path.GetDirectoryName(Path.GetFullPath(target))!);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    static string Sum(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
