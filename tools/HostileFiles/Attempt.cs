using System.Diagnostics;

namespace CoinRig.HostileFiles;

/// <summary>How the reader took an edited file.</summary>
enum Outcome
{
    Refused,
    Warned,
    Same,
    ItsRow,
    Silent,
    Crashed,
    Slow,
}

/// <summary>One seed: an edit of a recording, and how the reader took it.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="File">The recording.</param>
/// <param name="Edit">What was done.</param>
/// <param name="Outcome">How it was taken.</param>
/// <param name="Detail">What a person needs to see why.</param>
sealed record Attempt(int Seed, string File, string Edit, Outcome Outcome, string Detail)
{
    const double LongestSeconds = 20;

    /// <summary>Whether the reader did what it must not.</summary>
    public bool IsBad => Outcome is Outcome.Silent or Outcome.Crashed or Outcome.Slow;

    /// <summary>Edits a recording and reads it.</summary>
    public static Attempt Make(IReadOnlyList<Subject> subjects, int seed)
    {
        Random random = new(seed);
        var subject = subjects[random.Next(subjects.Count)];
        var edit = HostileFiles.Edit.Make(subject, random);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var reading = Read(edit.Bytes);
            return Stopwatch.GetElapsedTime(started).TotalSeconds > LongestSeconds ? new(seed, subject.Name, edit.What, Outcome.Slow, "")
                : Judge(seed, subject, edit, reading);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new(seed, subject.Name, edit.What, Outcome.Crashed, e.ToString());
        }
    }

    /// <summary>Reads bytes as a file.</summary>
    public static Reading Read(byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"hostile-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.txt");
        System.IO.File.WriteAllBytes(path, bytes);
        try
        {
            return Reading.Of(path);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    static Attempt Judge(int seed, Subject subject, Edit edit, Reading reading)
    {
        Attempt With(Outcome outcome, string detail) => new(seed, subject.Name, edit.What, outcome, detail);
        if (reading.Refusal is { } refusal)
        {
            return With(Outcome.Refused, refusal);
        }
        if (!reading.Warnings.SetEquals(subject.Whole.Warnings))
        {
            return With(Outcome.Warned, string.Join(" ", reading.Warnings.Except(subject.Whole.Warnings)));
        }
        var difference = subject.Whole.Difference(reading);
        if (difference is { Cells: 0 })
        {
            return With(Outcome.Same, "");
        }
        return edit.Allowed == Allowed.ItsRow && difference is { Rows: 1, Cells: <= 2 } ? With(Outcome.ItsRow, "")
            : With(Outcome.Silent, difference is { } d ? $"{d.Cells} cells in {d.Rows} rows differ" : $"{reading.Rows.Count} rows instead of {subject.Whole.Rows.Count}");
    }
}
