using TorchSharp.Modules;
using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Labels become their indices.</summary>
            /// <param name="label_names">The labels, each once, in the order of their indices.</param>
            /// <param name="label_path">A file in UTF-8 with a label on each line, instead; blank lines are passed over.</param>
            /// <param name="sort_names">Whether the labels are sorted by code point first.</param>
            /// <exception cref="ArgumentException">There is not exactly one of <paramref name="label_names"/> and <paramref name="label_path"/>, there is no
            /// label, or one is there twice.</exception>
            /// <exception cref="TextFileException">The file is not UTF-8; the message names the line.</exception>
            public static LabelToIndex LabelToIndex(IEnumerable<string>? label_names = null, string? label_path = null, bool sort_names = false) =>
                new(label_names, label_path, sort_names);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>Labels become their indices (Python's <c>torchtext.transforms.LabelToIndex</c>).</summary>
    public sealed class LabelToIndex : torchtext.ITransform
    {
        private readonly torchtext.vocab.Vocab _labels;

        /// <summary>Makes the transform.</summary>
        /// <param name="label_names">The labels, each once, in the order of their indices.</param>
        /// <param name="label_path">A file in UTF-8 with a label on each line, instead; blank lines are passed over.</param>
        /// <param name="sort_names">Whether the labels are sorted by code point first.</param>
        /// <exception cref="ArgumentException">There is not exactly one of <paramref name="label_names"/> and <paramref name="label_path"/>, there is no
        /// label, or one is there twice.</exception>
        /// <exception cref="TextFileException">The file is not UTF-8; the message names the line.</exception>
        public LabelToIndex(IEnumerable<string>? label_names = null, string? label_path = null, bool sort_names = false)
        {
            if (label_names is null == label_path is null)
            {
                throw new ArgumentException("LabelToIndex takes label_names or label_path, one of the two.", nameof(label_names));
            }

            List<string> names = [.. label_names ?? Lines(label_path!)];
            if (names.Count == 0)
            {
                throw new ArgumentException(label_path is null ? "There are no labels." : $"'{label_path}' holds no labels.", nameof(label_names));
            }
            if (sort_names)
            {
                names.Sort(CodePointOrder.Comparer);
            }
            _labels = new torchtext.vocab.Vocab(names);
        }

        /// <summary>The labels in the order of their indices.</summary>
        public IReadOnlyList<string> label_names => _labels.get_itos();

        /// <summary>The index of a label.</summary>
        /// <param name="label">The label.</param>
        /// <exception cref="KeyNotFoundException">There is no such label.</exception>
        public long call(string label)
        {
            ArgumentNullException.ThrowIfNull(label);
            return _labels.Contains(label) ? _labels[label] : throw Unknown(label, "");
        }

        /// <summary>The indices of labels.</summary>
        /// <param name="labels">The labels.</param>
        /// <exception cref="KeyNotFoundException">One is unknown; the message says which and where.</exception>
        public long[] call(IReadOnlyList<string> labels)
        {
            ArgumentNullException.ThrowIfNull(labels);
            var indices = new long[labels.Count];
            for (var place = 0; place < indices.Length; place++)
            {
                var label = labels[place] ?? throw new ArgumentException($"The label at position {place} is null.", nameof(labels));
                indices[place] = _labels.Contains(label) ? _labels[label] : throw Unknown(label, $" at position {place}");
            }
            return indices;
        }

        object torchtext.ITransform.call(object input) => input switch
        {
            string label => call(label),
            IReadOnlyList<string> labels => call(labels),
            _ => throw TransformInput.Refused(this, "a label, or a list of labels", input),
        };

        private static IEnumerable<string> Lines(string path)
        {
            using var lines = new TextLines(path, TextDecoding.Create(encoding: null, errors: "strict"));
            while (lines.Read() is { } line)
            {
                if (PythonText.Strip(line) is { IsEmpty: false } label)
                {
                    yield return label.ToString();
                }
            }
        }

        private KeyNotFoundException Unknown(string label, string where)
        {
            const int Most = 12;
            var known = string.Join(", ", label_names.Take(Most).Select(Quoted.Text)) + (_labels.Count > Most ? ", ..." : "");
            return new KeyNotFoundException($"The label {Quoted.Text(label)}{where} is not among the {_labels.Count} known ones: {known}.");
        }
    }
}
