using System.Buffers;
using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>Prepares a text for a model: characters replaced by the model's rules, spaces tidied and marked.</summary>
internal sealed class TextPreparation
{
    private readonly NormalizerSettings settings;
    private readonly CharacterMap? map;
    private readonly ByteTrie? untouched;
    private readonly bool spaceIsSuffix;

    /// <param name="settings">What the model says of it.</param>
    /// <param name="untouched">Pieces that the rules must leave alone; null if there are none.</param>
    /// <param name="spaceIsSuffix">Whether the additional space comes behind the text.</param>
    /// <param name="fileName">The file, for messages.</param>
    public TextPreparation(NormalizerSettings settings, ByteTrie? untouched, bool spaceIsSuffix, string? fileName)
    {
        (this.settings, this.untouched, this.spaceIsSuffix) = (settings, untouched, spaceIsSuffix);
        map = settings.CharacterMap.Length == 0 ? null : new CharacterMap(settings.CharacterMap, fileName, settings.CharacterMapOffset);
    }

    /// <summary>What stands for a space: U+2581.</summary>
    public static ReadOnlySpan<byte> SpaceMark => "\u2581"u8;

    private static ReadOnlySpan<byte> ReplacementCharacter => "\uFFFD"u8;

    private ReadOnlySpan<byte> Space => settings.EscapeSpaces ? SpaceMark : " "u8;

    /// <summary>Appends the prepared text.</summary>
    /// <param name="text">The text in UTF-8; bytes that are not become U+FFFD.</param>
    /// <param name="prepared">Receives it.</param>
    public void Prepare(ReadOnlySpan<byte> text, ref RentedList<byte> prepared)
    {
        if (settings.RemoveExtraSpaces)
        {
            while (!text.IsEmpty)
            {
                var length = Next(text, out var replacement);
                if (!replacement.SequenceEqual(" "u8))
                {
                    break;
                }

                text = text[length..];
            }
        }

        if (text.IsEmpty)
        {
            return;
        }

        if (settings.AddDummyPrefix && !spaceIsSuffix)
        {
            prepared.AddRange(Space);
        }

        AppendAll(text, ref prepared);
        if (settings.RemoveExtraSpaces)
        {
            while (prepared.Items.EndsWith(Space))
            {
                prepared.Truncate(prepared.Count - Space.Length);
            }
        }

        if (settings.AddDummyPrefix && spaceIsSuffix)
        {
            prepared.AddRange(Space);
        }
    }

    private void AppendAll(ReadOnlySpan<byte> text, ref RentedList<byte> prepared)
    {
        var behindSpace = settings.RemoveExtraSpaces;
        while (!text.IsEmpty)
        {
            text = text[Next(text, out var replacement)..];
            if (behindSpace)
            {
                replacement = replacement.TrimStart((byte)' ');
            }

            if (!replacement.IsEmpty)
            {
                Append(replacement, ref prepared);
                behindSpace = settings.RemoveExtraSpaces && replacement[^1] == ' ';
            }
        }
    }

    private void Append(ReadOnlySpan<byte> replacement, ref RentedList<byte> prepared)
    {
        foreach (var value in replacement)
        {
            if (value == ' ')
            {
                prepared.AddRange(Space);
            }
            else
            {
                prepared.Add(value);
            }
        }
    }

    // What a text begins with, as far as one rule or one character goes, and what becomes of it.
    private int Next(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> replacement)
    {
        var length = untouched?.LongestPrefix(text) ?? 0;
        if (length == 0 && map is not null && (length = map.Longest(text, out replacement)) > 0)
        {
            return length;
        }

        if (length == 0 && Rune.DecodeFromUtf8(text, out _, out length) != OperationStatus.Done)
        {
            replacement = ReplacementCharacter;
            return 1;
        }

        replacement = text[..length];
        return length;
    }
}
