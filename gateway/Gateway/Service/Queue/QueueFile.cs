using System.Text.Json;
using CoinRig.Linux;

namespace CoinRig.Gateway;

/// <summary>
/// The file that queues survive a restart in: written beside itself, synchronised, and put in the place of the old one, so that there is always a whole one.
/// </summary>
/// <param name="path">Where it is.</param>
sealed class QueueFile(string path)
{
    /// <summary>Its name in the folder of runs.</summary>
    internal const string Name = "queue.json";

    static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>Its path.</summary>
    internal string Path => path;

    /// <summary>Reads it; null where there is none.</summary>
    /// <exception cref="RefusedException">It is there and cannot be read: nothing is begun on a guess.</exception>
    internal QueueState? Load()
    {
        if (!File.Exists(path))
        {
            return null;
        }
        try
        {
            var state = JsonSerializer.Deserialize<QueueState>(File.ReadAllText(path), Options);
            return state is { Version: 1 } ? state : throw new RefusedException($"{path} is of another version of CoinRig. Move it away to begin with empty queues.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The queues in {path} cannot be read: {e.Message} Repair the file, or move it away to begin with empty queues.", e);
        }
    }

    /// <summary>Writes it.</summary>
    /// <exception cref="IOException">The disk is full or gone; the old file stays.</exception>
    internal void Save(QueueState state)
    {
        var next = path + ".new";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(state, Options));
            file.Flush(flushToDisk: true);
        }
        File.Move(next, path, overwrite: true);
        // Else a power cut might bring the old file back, and with it an entry that has run.
        FolderSync.Flush(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
    }
}
