using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.Embedding"/>
        public static Embedding Embedding(
            long num_embeddings,
            long embedding_dims,
            long? padding_idx = null,
            double? max_norm = null,
            double norm_type = 2.0,
            bool scale_grad_by_freq = false,
            bool sparse = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(num_embeddings, embedding_dims, new EmbeddingOptions(padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse), device, dtype);

        /// <summary>An embedding layer with a given table, which it takes over. Python's <c>Embedding.from_pretrained</c>.</summary>
        public static Embedding Embedding_from_pretrained(
            Tensor embeddings,
            bool freeze = true,
            long? padding_idx = null,
            double? max_norm = null,
            double norm_type = 2.0,
            bool scale_grad_by_freq = false,
            bool sparse = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            (Embedding)new Embedding(embeddings, freeze, new EmbeddingOptions(padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse))
                .Transfer(dtype, device, false);

        /// <inheritdoc cref="Modules.EmbeddingBag"/>
        public static EmbeddingBag EmbeddingBag(
            long num_embeddings,
            long embedding_dims,
            double? max_norm = null,
            double norm_type = 2.0,
            bool scale_grad_by_freq = false,
            EmbeddingBagMode mode = EmbeddingBagMode.Mean,
            bool sparse = false,
            bool include_last_offset = false,
            long padding_index = -1,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(num_embeddings, embedding_dims, mode, include_last_offset,
                new EmbeddingOptions(Row(padding_index), max_norm, norm_type, scale_grad_by_freq, sparse), device, dtype);

        /// <summary>An embedding layer of bags with a given table, which it takes over. Python's <c>EmbeddingBag.from_pretrained</c>.</summary>
        public static EmbeddingBag EmbeddingBag_from_pretrained(
            Tensor embeddings,
            bool freeze = true,
            double? max_norm = null,
            double norm_type = 2.0,
            bool scale_grad_by_freq = false,
            EmbeddingBagMode mode = EmbeddingBagMode.Mean,
            bool sparse = false,
            bool include_last_offset = false,
            long padding_index = -1,
            Device? device = null,
            ScalarType? dtype = null)
        {
            var options = new EmbeddingOptions(Row(padding_index), max_norm, norm_type, scale_grad_by_freq, sparse);
            return (EmbeddingBag)new EmbeddingBag(embeddings, freeze, mode, include_last_offset, options).Transfer(dtype, device, false);
        }

        // TorchSharp says -1 where there is no padding row.
        private static long? Row(long padding_index) => padding_index < 0 ? null : padding_index;
    }
}
