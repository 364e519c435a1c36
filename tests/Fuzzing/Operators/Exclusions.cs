namespace Fuzzing.Operators;

/// <summary>Operators that are not called with arguments of chance, each with the reason.</summary>
internal static class Exclusions
{
    private const string Inner = "the inner half of a public operator, which checks for it: libtorch's own code calls it, nothing else";

    private const string Views = "libtorch generates it and calls it nowhere; it takes its results for what it was not given";

    private const string Backward = "a gradient's formula: autograd calls it with the shapes that its forward operator has checked";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["_adaptive_avg_pool2d_backward"] = Inner,
        ["_adaptive_avg_pool3d_backward"] = Backward,
        ["_batch_norm_impl_index_backward"] = Backward,
        ["_batch_norm_no_update"] = Inner,
        ["_batch_norm_no_update_out"] = Inner,
        ["_cholesky_solve_helper"] = Inner,
        ["_cholesky_solve_helper_out"] = Inner,
        ["_chunk_cat"] = Inner,
        ["_chunk_cat_out"] = Inner,
        ["_compute_linear_combination"] = Inner,
        ["_convert_indices_from_csr_to_coo"] = Inner,
        ["_cummax_helper"] = Inner,
        ["_cummin_helper"] = Inner,
        ["_embedding_bag"] = Inner,
        ["_embedding_bag_forward_only"] = Inner,
        ["_embedding_bag_forward_only_out"] = Inner,
        ["_embedding_bag_out"] = Inner,
        ["_fft_c2r"] = Inner,
        ["_fft_c2r_out"] = Inner,
        ["_fft_r2c"] = Inner,
        ["_fft_r2c_out"] = Inner,
        ["_foreach_copy"] = Views,
        ["_foreach_copy_out"] = Views,
        ["_gather_sparse_backward"] = Backward,
        ["_lazy_clone"] = Inner,
        ["_native_batch_norm_legit_no_stats"] = Inner,
        ["_neg_view"] = Inner,
        ["_neg_view_copy"] = Inner,
        ["_nested_from_padded"] = Inner,
        ["_new_zeros_with_same_feature_meta"] = Inner,
        ["_new_zeros_with_same_feature_meta_out"] = Inner,
        ["_pdist_backward"] = Inner,
        ["_pdist_backward_out"] = Inner,
        ["_pdist_forward_out"] = Inner,
        ["_remove_batch_dim"] = Inner,
        ["_reshape_alias"] = Inner,
        ["_reshape_alias_copy"] = Inner,
        ["_reshape_alias_copy_out"] = Inner,
        ["_saturate_weight_to_fp16"] = Inner,
        ["_scaled_dot_product_flash_attention_for_cpu_backward"] = Backward,
        ["_segment_reduce_backward"] = Backward,
        ["_segment_reduce_backward_out"] = Backward,
        ["_slow_conv2d_backward_output_mask_out"] = Inner,
        ["_sobol_engine_ff_"] = Inner,
        ["_sobol_engine_initialize_state_"] = Inner,
        ["_stack"] = Inner,
        ["_stack_out"] = Inner,
        ["_symeig_helper"] = Inner,
        ["_symeig_helper_out"] = Inner,
        ["_thnn_differentiable_gru_cell_backward"] = Inner,
        ["_thnn_differentiable_lstm_cell_backward"] = Inner,
        ["_transform_bias_rescale_qkv"] = Inner,
        ["_transform_bias_rescale_qkv_out"] = Inner,
        ["_weight_norm_interface_backward"] = Backward,
        ["_weight_norm_interface_backward_out"] = Backward,
        ["_weight_norm_interface_out"] = Inner,
        ["adaptive_max_pool2d_backward"] = Backward,
        ["adaptive_max_pool2d_backward_grad_input"] = Backward,
        ["adaptive_max_pool3d_backward"] = Backward,
        ["adaptive_max_pool3d_backward_grad_input"] = Backward,
        ["embedding_backward"] = Backward,
        ["embedding_dense_backward"] = Backward,
        ["embedding_dense_backward_out"] = Backward,
        ["native_batch_norm_backward"] = Backward,
        ["native_batch_norm_backward_out"] = Backward,
        ["reflection_pad1d_backward"] = Backward,
        ["unfold_backward"] = Backward,
        ["unfold_backward_out"] = Backward,
        ["from_file"] = "maps the file that it is told, and makes it if it is not there",
        ["permute_copy_out"] = Views,
        ["view_copy_dtype"] = Views,
        ["set_source_Storage_storage_offset_out"] = Views,
        ["from_file_out"] = "maps the file that it is told, and makes it if it is not there",
    };

    /// <summary>Why an operator is left out, or null where it is called.</summary>
    public static string? Why(string name) => Reasons.GetValueOrDefault(name);
}
