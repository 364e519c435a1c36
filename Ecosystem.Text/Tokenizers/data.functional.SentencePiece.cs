using TorchSharp.Transforms.Text;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        public static partial class functional
        {
            /// <summary>Loads a SentencePiece model.</summary>
            /// <param name="spm">The model file.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="TokenizerFormatException">The file is no model; the message says at which byte.</exception>
            public static SentencePiece load_sp_model(string spm) => SentencePiece.Load(spm);

            /// <summary>Loads a SentencePiece model from a stream, which is read to its end and left open.</summary>
            /// <param name="spm">The model.</param>
            /// <exception cref="TokenizerFormatException">The bytes are no model; the message says at which byte.</exception>
            public static SentencePiece load_sp_model(Stream spm)
            {
                ArgumentNullException.ThrowIfNull(spm);
                using var content = new MemoryStream();
                spm.CopyTo(content);
                return new SentencePiece(content.GetBuffer().AsSpan(0, (int)content.Length), (spm as FileStream)?.Name);
            }

            /// <summary>A function from lines to the numbers of their pieces, line by line as they are asked for.</summary>
            /// <param name="sp_model">The model.</param>
            public static Func<IEnumerable<string>, IEnumerable<int[]>> sentencepiece_numericalizer(SentencePiece sp_model)
            {
                ArgumentNullException.ThrowIfNull(sp_model);
                return lines => lines.Select(sp_model.EncodeAsIds);
            }

            /// <summary>A function from lines to their pieces, line by line as they are asked for.</summary>
            /// <param name="sp_model">The model.</param>
            public static Func<IEnumerable<string>, IEnumerable<string[]>> sentencepiece_tokenizer(SentencePiece sp_model)
            {
                ArgumentNullException.ThrowIfNull(sp_model);
                return lines => lines.Select(sp_model.EncodeAsPieces);
            }
        }
    }
}
