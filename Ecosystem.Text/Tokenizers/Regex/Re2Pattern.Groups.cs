namespace TorchSharp.Transforms.Text;

internal sealed partial class Re2Pattern
{
    private const string NameOpening = "(?P<";

    private void Open()
    {
        if (!At("(?"))
        {
            outer.Push(flags);
            Copy();
            return;
        }

        if (At(NameOpening))
        {
            var end = pattern.IndexOf('>', position);
            var name = end < 0 ? "" : pattern[(position + NameOpening.Length)..end];
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
            {
                throw Wrong("a group's name has letters, digits and underscores and ends with >");
            }

            outer.Push(flags);
            position = end + 1;
            output.Append('(');
            return;
        }

        OpenWithFlags();
    }

    // (?:, (?flags: and (?flags); the last holds up to the end of the group that it stands in.
    private void OpenWithFlags()
    {
        var (changed, on) = (flags, true);
        for (position += 2; position < pattern.Length; position++)
        {
            switch (pattern[position])
            {
                case 'i':
                    changed = changed with { IgnoreCase = on };
                    break;
                case 's':
                    changed = changed with { AnyIsLine = !on };
                    break;
                case 'm':
                    changed = changed with { Lines = on };
                    break;
                case '-' when on:
                    on = false;
                    break;
                case ':' or ')':
                    var closed = pattern[position++] == ')';
                    if (!closed)
                    {
                        outer.Push(flags);
                    }

                    flags = changed;
                    output.Append(flags.IgnoreCase ? "(?i" : "(?-i").Append(closed ? ')' : ':');
                    return;
                case 'U':
                    throw Wrong("the flag U (which makes repetitions take little) is not offered; write *? for *");
                default:
                    throw Wrong("of what begins with (? there are groups (?:, (?P<name> and flags; nothing looks ahead or behind");
            }
        }

        throw Wrong("a group is not closed");
    }

    private bool At(string text) => pattern.AsSpan(position).StartsWith(text, StringComparison.Ordinal);
}
