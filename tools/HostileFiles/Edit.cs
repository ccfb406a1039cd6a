namespace CoinRig.HostileFiles;

/// <summary>What an edit may lead to, besides a refusal or a warning.</summary>
enum Allowed
{
    /// <summary>The same values.</summary>
    Same,

    /// <summary>Other values in the row of the edit, as a digit is as good as another.</summary>
    ItsRow,
}

/// <summary>An edited file.</summary>
/// <param name="What">What was done, for the report.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Allowed">What it may lead to.</param>
sealed record Edit(string What, byte[] Bytes, Allowed Allowed)
{
    /// <summary>An edit by a seed.</summary>
    public static Edit Make(Subject subject, Random random)
    {
        var line = random.Next(subject.FirstRow, subject.Starts.Length);
        var start = subject.Starts[line];
        var length = subject.Line(line).Length;
        var at = start + random.Next(Math.Max(1, length));
        var delimiters = Enumerable.Range(start, length).Where(i => subject.Bytes[i] == subject.Delimiter).ToArray();
        var digits = Enumerable.Range(start, length).Where(i => char.IsAsciiDigit((char)subject.Bytes[i])).ToArray();
        byte[] Replaced(int where, params byte[] with) => [.. subject.Bytes.AsSpan(0, where), .. with, .. subject.Bytes.AsSpan(where + 1)];
        byte[] Inserted(int where, params byte[] with) => [.. subject.Bytes.AsSpan(0, where), .. with, .. subject.Bytes.AsSpan(where)];
        switch (random.Next(14))
        {
            case 0 or 1 or 2 when digits.Length > 0:
                var digit = digits[random.Next(digits.Length)];
                return new("another digit", Replaced(digit, (byte)('0' + (subject.Bytes[digit] - '0' + 1 + random.Next(9)) % 10)), Allowed.ItsRow);
            case 3 when digits.Length > 0:
                return new("a digit less", Replaced(digits[random.Next(digits.Length)]), Allowed.ItsRow);
            case 4 when delimiters.Length > 0:
                return new("a delimiter less", Replaced(delimiters[random.Next(delimiters.Length)]), Allowed.Same);
            case 5 when delimiters.Length > 0:
                var delimiter = delimiters[random.Next(delimiters.Length)];
                return new("another delimiter", Replaced(delimiter, (byte)";|:"[random.Next(3)]), Allowed.Same);
            case 6:
                return new("a delimiter more", Inserted(at, subject.Delimiter), Allowed.Same);
            case 7 when subject.HeadingLine >= 0:
                var letters = Enumerable.Range(subject.Starts[subject.HeadingLine], subject.Line(subject.HeadingLine).Length).Where(i => char.IsAsciiLetter((char)subject.Bytes[i])).ToArray();
                return new("another letter in a name", Replaced(letters[random.Next(letters.Length)], (byte)"qxzQZ"[random.Next(5)]), Allowed.Same);
            case 8 when subject.HeadingLine >= 0:
                var names = subject.Starts[subject.HeadingLine];
                return new("no names", [.. subject.Bytes.AsSpan(0, names), .. subject.Bytes.AsSpan(subject.Starts[subject.HeadingLine + 1])], Allowed.Same);
            case 9:
                return new("cut", subject.Bytes[..(start + random.Next(1, Math.Max(2, length)))], Allowed.Same);
            case 10:
                return new("half a row", [.. subject.Bytes.AsSpan(0, at), .. subject.Bytes.AsSpan(start + length)], Allowed.ItsRow);
            case 11:
                return new("a byte of another encoding", Replaced(at, (byte)random.Next(128, 256)), Allowed.ItsRow);
            case 12:
                return new("any byte anywhere", Replaced(random.Next(subject.Bytes.Length), (byte)random.Next(256)), Allowed.ItsRow);
            case 13 when random.Next(4) == 0:
                return new("UTF-16", System.Text.Encoding.Unicode.GetBytes(System.Text.Encoding.Latin1.GetString(subject.Bytes)), Allowed.Same);
            default:
                var all = (byte)";|"[random.Next(2)];
                return new("other delimiters throughout", [.. subject.Bytes.Select(b => b == subject.Delimiter ? all : b)], Allowed.Same);
        }
    }
}
