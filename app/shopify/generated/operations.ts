/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type BulkMutationErrorCode =
  | 'INTERNAL_FILE_SERVER_ERROR'
  | 'INVALID_MUTATION'
  | 'INVALID_STAGED_UPLOAD_FILE'
  | 'LIMIT_REACHED'
  | 'NO_SUCH_FILE'
  | 'OPERATION_IN_PROGRESS';

export type BulkOperationErrorCode =
  | 'ACCESS_DENIED'
  | 'INTERNAL_SERVER_ERROR'
  | 'TIMEOUT';

export type BulkOperationStatus =
  | 'CANCELED'
  | 'CANCELING'
  | 'COMPLETED'
  | 'CREATED'
  | 'EXPIRED'
  | 'FAILED'
  | 'RUNNING';

export type BulkOperationUserErrorCode =
  | 'INVALID'
  | 'LIMIT_REACHED'
  | 'OPERATION_IN_PROGRESS';

export type CountryCode =
  | 'AC'
  | 'AD'
  | 'AE'
  | 'AF'
  | 'AG'
  | 'AI'
  | 'AL'
  | 'AM'
  | 'AN'
  | 'AO'
  | 'AR'
  | 'AT'
  | 'AU'
  | 'AW'
  | 'AX'
  | 'AZ'
  | 'BA'
  | 'BB'
  | 'BD'
  | 'BE'
  | 'BF'
  | 'BG'
  | 'BH'
  | 'BI'
  | 'BJ'
  | 'BL'
  | 'BM'
  | 'BN'
  | 'BO'
  | 'BQ'
  | 'BR'
  | 'BS'
  | 'BT'
  | 'BV'
  | 'BW'
  | 'BY'
  | 'BZ'
  | 'CA'
  | 'CC'
  | 'CD'
  | 'CF'
  | 'CG'
  | 'CH'
  | 'CI'
  | 'CK'
  | 'CL'
  | 'CM'
  | 'CN'
  | 'CO'
  | 'CR'
  | 'CU'
  | 'CV'
  | 'CW'
  | 'CX'
  | 'CY'
  | 'CZ'
  | 'DE'
  | 'DJ'
  | 'DK'
  | 'DM'
  | 'DO'
  | 'DZ'
  | 'EC'
  | 'EE'
  | 'EG'
  | 'EH'
  | 'ER'
  | 'ES'
  | 'ET'
  | 'FI'
  | 'FJ'
  | 'FK'
  | 'FO'
  | 'FR'
  | 'GA'
  | 'GB'
  | 'GD'
  | 'GE'
  | 'GF'
  | 'GG'
  | 'GH'
  | 'GI'
  | 'GL'
  | 'GM'
  | 'GN'
  | 'GP'
  | 'GQ'
  | 'GR'
  | 'GS'
  | 'GT'
  | 'GW'
  | 'GY'
  | 'HK'
  | 'HM'
  | 'HN'
  | 'HR'
  | 'HT'
  | 'HU'
  | 'ID'
  | 'IE'
  | 'IL'
  | 'IM'
  | 'IN'
  | 'IO'
  | 'IQ'
  | 'IR'
  | 'IS'
  | 'IT'
  | 'JE'
  | 'JM'
  | 'JO'
  | 'JP'
  | 'KE'
  | 'KG'
  | 'KH'
  | 'KI'
  | 'KM'
  | 'KN'
  | 'KP'
  | 'KR'
  | 'KW'
  | 'KY'
  | 'KZ'
  | 'LA'
  | 'LB'
  | 'LC'
  | 'LI'
  | 'LK'
  | 'LR'
  | 'LS'
  | 'LT'
  | 'LU'
  | 'LV'
  | 'LY'
  | 'MA'
  | 'MC'
  | 'MD'
  | 'ME'
  | 'MF'
  | 'MG'
  | 'MK'
  | 'ML'
  | 'MM'
  | 'MN'
  | 'MO'
  | 'MQ'
  | 'MR'
  | 'MS'
  | 'MT'
  | 'MU'
  | 'MV'
  | 'MW'
  | 'MX'
  | 'MY'
  | 'MZ'
  | 'NA'
  | 'NC'
  | 'NE'
  | 'NF'
  | 'NG'
  | 'NI'
  | 'NL'
  | 'NO'
  | 'NP'
  | 'NR'
  | 'NU'
  | 'NZ'
  | 'OM'
  | 'PA'
  | 'PE'
  | 'PF'
  | 'PG'
  | 'PH'
  | 'PK'
  | 'PL'
  | 'PM'
  | 'PN'
  | 'PS'
  | 'PT'
  | 'PY'
  | 'QA'
  | 'RE'
  | 'RO'
  | 'RS'
  | 'RU'
  | 'RW'
  | 'SA'
  | 'SB'
  | 'SC'
  | 'SD'
  | 'SE'
  | 'SG'
  | 'SH'
  | 'SI'
  | 'SJ'
  | 'SK'
  | 'SL'
  | 'SM'
  | 'SN'
  | 'SO'
  | 'SR'
  | 'SS'
  | 'ST'
  | 'SV'
  | 'SX'
  | 'SY'
  | 'SZ'
  | 'TA'
  | 'TC'
  | 'TD'
  | 'TF'
  | 'TG'
  | 'TH'
  | 'TJ'
  | 'TK'
  | 'TL'
  | 'TM'
  | 'TN'
  | 'TO'
  | 'TR'
  | 'TT'
  | 'TV'
  | 'TW'
  | 'TZ'
  | 'UA'
  | 'UG'
  | 'UM'
  | 'US'
  | 'UY'
  | 'UZ'
  | 'VA'
  | 'VC'
  | 'VE'
  | 'VG'
  | 'VN'
  | 'VU'
  | 'WF'
  | 'WS'
  | 'XK'
  | 'YE'
  | 'YT'
  | 'ZA'
  | 'ZM'
  | 'ZW'
  | 'ZZ';

export type CurrencyCode =
  | 'AED'
  | 'AFN'
  | 'ALL'
  | 'AMD'
  | 'ANG'
  | 'AOA'
  | 'ARS'
  | 'AUD'
  | 'AWG'
  | 'AZN'
  | 'BAM'
  | 'BBD'
  | 'BDT'
  | 'BGN'
  | 'BHD'
  | 'BIF'
  | 'BMD'
  | 'BND'
  | 'BOB'
  | 'BRL'
  | 'BSD'
  | 'BTN'
  | 'BWP'
  | 'BYN'
  | 'BYR'
  | 'BZD'
  | 'CAD'
  | 'CDF'
  | 'CHF'
  | 'CLP'
  | 'CNY'
  | 'COP'
  | 'CRC'
  | 'CVE'
  | 'CZK'
  | 'DJF'
  | 'DKK'
  | 'DOP'
  | 'DZD'
  | 'EGP'
  | 'ERN'
  | 'ETB'
  | 'EUR'
  | 'FJD'
  | 'FKP'
  | 'GBP'
  | 'GEL'
  | 'GHS'
  | 'GIP'
  | 'GMD'
  | 'GNF'
  | 'GTQ'
  | 'GYD'
  | 'HKD'
  | 'HNL'
  | 'HRK'
  | 'HTG'
  | 'HUF'
  | 'IDR'
  | 'ILS'
  | 'INR'
  | 'IQD'
  | 'IRR'
  | 'ISK'
  | 'JEP'
  | 'JMD'
  | 'JOD'
  | 'JPY'
  | 'KES'
  | 'KGS'
  | 'KHR'
  | 'KID'
  | 'KMF'
  | 'KRW'
  | 'KWD'
  | 'KYD'
  | 'KZT'
  | 'LAK'
  | 'LBP'
  | 'LKR'
  | 'LRD'
  | 'LSL'
  | 'LTL'
  | 'LVL'
  | 'LYD'
  | 'MAD'
  | 'MDL'
  | 'MGA'
  | 'MKD'
  | 'MMK'
  | 'MNT'
  | 'MOP'
  | 'MRU'
  | 'MUR'
  | 'MVR'
  | 'MWK'
  | 'MXN'
  | 'MYR'
  | 'MZN'
  | 'NAD'
  | 'NGN'
  | 'NIO'
  | 'NOK'
  | 'NPR'
  | 'NZD'
  | 'OMR'
  | 'PAB'
  | 'PEN'
  | 'PGK'
  | 'PHP'
  | 'PKR'
  | 'PLN'
  | 'PYG'
  | 'QAR'
  | 'RON'
  | 'RSD'
  | 'RUB'
  | 'RWF'
  | 'SAR'
  | 'SBD'
  | 'SCR'
  | 'SDG'
  | 'SEK'
  | 'SGD'
  | 'SHP'
  | 'SLL'
  | 'SOS'
  | 'SRD'
  | 'SSP'
  | 'STD'
  | 'STN'
  | 'SYP'
  | 'SZL'
  | 'THB'
  | 'TJS'
  | 'TMT'
  | 'TND'
  | 'TOP'
  | 'TRY'
  | 'TTD'
  | 'TWD'
  | 'TZS'
  | 'UAH'
  | 'UGX'
  | 'USD'
  | 'USDC'
  | 'UYU'
  | 'UZS'
  | 'VED'
  | 'VEF'
  | 'VES'
  | 'VND'
  | 'VUV'
  | 'WST'
  | 'XAF'
  | 'XCD'
  | 'XOF'
  | 'XPF'
  | 'XXX'
  | 'YER'
  | 'ZAR'
  | 'ZMW';

export type DiscountAmountInput = {
  amount?: string | null | undefined;
  appliesOnEachItem?: boolean | null | undefined;
};

export type DiscountAutomaticBasicInput = {
  combinesWith?: DiscountCombinesWithInput | null | undefined;
  context?: DiscountContextInput | null | undefined;
  customerGets?: DiscountCustomerGetsInput | null | undefined;
  endsAt?: string | null | undefined;
  minimumRequirement?: DiscountMinimumRequirementInput | null | undefined;
  recurringCycleLimit?: number | null | undefined;
  startsAt?: string | null | undefined;
  tags?: Array<string> | null | undefined;
  title?: string | null | undefined;
};

export type DiscountAutomaticFreeShippingInput = {
  appliesOnOneTimePurchase?: boolean | null | undefined;
  appliesOnSubscription?: boolean | null | undefined;
  combinesWith?: DiscountCombinesWithInput | null | undefined;
  context?: DiscountContextInput | null | undefined;
  destination?: DiscountShippingDestinationSelectionInput | null | undefined;
  endsAt?: string | null | undefined;
  maximumShippingPrice?: string | null | undefined;
  minimumRequirement?: DiscountMinimumRequirementInput | null | undefined;
  recurringCycleLimit?: number | null | undefined;
  startsAt?: string | null | undefined;
  tags?: Array<string> | null | undefined;
  title?: string | null | undefined;
};

export type DiscountBuyerSelection =
  | 'ALL';

export type DiscountCollectionsInput = {
  add?: Array<string | number> | null | undefined;
  remove?: Array<string | number> | null | undefined;
};

export type DiscountCombinesWithInput = {
  orderDiscounts?: boolean | null | undefined;
  productDiscounts?: boolean | null | undefined;
  productDiscountsWithTagsOnSameCartLine?: ProductDiscountsWithTagsOnSameCartLineInput | null | undefined;
  shippingDiscounts?: boolean | null | undefined;
};

export type DiscountContextInput =
  {   all: DiscountBuyerSelection; customerSegments?: never; customers?: never; markets?: never; }
  |  { all?: never;   customerSegments: DiscountCustomerSegmentsInput; customers?: never; markets?: never; }
  |  { all?: never; customerSegments?: never;   customers: DiscountCustomersInput; markets?: never; }
  |  { all?: never; customerSegments?: never; customers?: never;   markets: DiscountMarketsInput; };

export type DiscountCountriesInput = {
  add?: Array<CountryCode> | null | undefined;
  includeRestOfWorld?: boolean | null | undefined;
  remove?: Array<CountryCode> | null | undefined;
};

export type DiscountCustomerGetsInput = {
  appliesOnOneTimePurchase?: boolean | null | undefined;
  appliesOnSubscription?: boolean | null | undefined;
  items?: DiscountItemsInput | null | undefined;
  value?: DiscountCustomerGetsValueInput | null | undefined;
};

export type DiscountCustomerGetsValueInput = {
  discountAmount?: DiscountAmountInput | null | undefined;
  discountOnQuantity?: DiscountOnQuantityInput | null | undefined;
  percentage?: number | null | undefined;
};

export type DiscountCustomerSegmentsInput = {
  add?: Array<string | number> | null | undefined;
  remove?: Array<string | number> | null | undefined;
};

export type DiscountCustomersInput = {
  add?: Array<string | number> | null | undefined;
  remove?: Array<string | number> | null | undefined;
};

export type DiscountEffectInput = {
  amount?: string | null | undefined;
  percentage?: number | null | undefined;
};

export type DiscountErrorCode =
  | 'ACTIVE_PERIOD_OVERLAP'
  | 'APPLIES_ON_NOTHING'
  | 'BLANK'
  | 'CONFLICT'
  | 'DISCOUNT_NOT_COMPATIBLE_WITH_CONDITION_TYPES'
  | 'DUPLICATE'
  | 'END_DATE_BEFORE_START_DATE'
  | 'EQUAL_TO'
  | 'EXCEEDED_MAX'
  | 'GREATER_THAN'
  | 'GREATER_THAN_OR_EQUAL_TO'
  | 'IMPLICIT_DUPLICATE'
  | 'INCLUSION'
  | 'INTERNAL_ERROR'
  | 'INVALID'
  | 'INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS'
  | 'INVALID_DISCOUNT_CLASS_FOR_PRICE_RULE'
  | 'INVALID_PRODUCT_DISCOUNTS_FALSE_WITH_EXISTING_TAGS_ON_SAME_CART_LINE'
  | 'INVALID_PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_FOR_DISCOUNT_CLASS'
  | 'INVALID_PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_WITHOUT_PRODUCT_DISCOUNTS'
  | 'INVALID_TAG_LENGTH'
  | 'LESS_THAN'
  | 'LESS_THAN_OR_EQUAL_TO'
  | 'MAX_APP_DISCOUNTS'
  | 'MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT'
  | 'MISSING_ARGUMENT'
  | 'MISSING_FUNCTION_IDENTIFIER'
  | 'MULTIPLE_FUNCTION_IDENTIFIERS'
  | 'MULTIPLE_RECURRING_CYCLE_LIMIT_FOR_NON_SUBSCRIPTION_ITEMS'
  | 'PRESENT'
  | 'PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_NOT_ENTITLED'
  | 'RECURRING_CYCLE_LIMIT_NOT_A_VALID_INTEGER'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_MANY_ARGUMENTS'
  | 'TOO_MANY_PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE'
  | 'TOO_MANY_TAGS'
  | 'TOO_SHORT'
  | 'VALUE_OUTSIDE_RANGE';

export type DiscountItemsInput = {
  all?: boolean | null | undefined;
  collections?: DiscountCollectionsInput | null | undefined;
  products?: DiscountProductsInput | null | undefined;
};

export type DiscountMarketsInput = {
  add?: Array<string | number> | null | undefined;
  remove?: Array<string | number> | null | undefined;
};

export type DiscountMinimumQuantityInput = {
  greaterThanOrEqualToQuantity?: string | null | undefined;
};

export type DiscountMinimumRequirementInput = {
  quantity?: DiscountMinimumQuantityInput | null | undefined;
  subtotal?: DiscountMinimumSubtotalInput | null | undefined;
};

export type DiscountMinimumSubtotalInput = {
  greaterThanOrEqualToSubtotal?: string | null | undefined;
};

export type DiscountOnQuantityInput = {
  effect?: DiscountEffectInput | null | undefined;
  quantity?: string | null | undefined;
};

export type DiscountProductsInput = {
  productVariantsToAdd?: Array<string | number> | null | undefined;
  productVariantsToRemove?: Array<string | number> | null | undefined;
  productsToAdd?: Array<string | number> | null | undefined;
  productsToRemove?: Array<string | number> | null | undefined;
};

export type DiscountShippingDestinationSelectionInput = {
  all?: boolean | null | undefined;
  countries?: DiscountCountriesInput | null | undefined;
};

export type MetafieldIdentifierInput = {
  key: string;
  namespace: string;
  ownerId: string | number;
};

export type MetafieldOwnerType =
  | 'API_PERMISSION'
  | 'ARTICLE'
  | 'BLOG'
  | 'CARTTRANSFORM'
  | 'COLLECTION'
  | 'COMPANY'
  | 'COMPANY_LOCATION'
  | 'CUSTOMER'
  | 'DELIVERY_CUSTOMIZATION'
  | 'DISCOUNT'
  | 'DRAFTORDER'
  | 'FULFILLMENT_CONSTRAINT_RULE'
  | 'GIFT_CARD_TRANSACTION'
  | 'LOCATION'
  | 'MARKET'
  | 'MEDIA_IMAGE'
  | 'ORDER'
  | 'ORDER_ROUTING_LOCATION_RULE'
  | 'PAGE'
  | 'PAYMENT_CUSTOMIZATION'
  | 'PRODUCT'
  | 'PRODUCTVARIANT'
  | 'SELLING_PLAN'
  | 'SHOP'
  | 'TRANSFER'
  | 'VALIDATION';

export type MetafieldsSetInput = {
  compareDigest?: string | null | undefined;
  key: string;
  namespace?: string | null | undefined;
  ownerId: string | number;
  type?: string | null | undefined;
  value: string;
};

export type MetafieldsSetUserErrorCode =
  | 'APP_NOT_AUTHORIZED'
  | 'BLANK'
  | 'CAPABILITY_VIOLATION'
  | 'INCLUSION'
  | 'INTERNAL_ERROR'
  | 'INVALID'
  | 'INVALID_COMPARE_DIGEST'
  | 'INVALID_TYPE'
  | 'INVALID_VALUE'
  | 'LESS_THAN_OR_EQUAL_TO'
  | 'PRESENT'
  | 'STALE_OBJECT'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_SHORT';

export type OrderDisplayFinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

export type ProductDiscountsWithTagsOnSameCartLineInput = {
  add?: Array<string> | null | undefined;
  remove?: Array<string> | null | undefined;
};

export type StagedUploadHttpMethodType =
  | 'POST'
  | 'PUT';

export type StagedUploadInput = {
  fileSize?: string | null | undefined;
  filename: string;
  httpMethod?: StagedUploadHttpMethodType | null | undefined;
  mimeType: string;
  resource: StagedUploadTargetGenerateUploadResource;
};

export type StagedUploadTargetGenerateUploadResource =
  | 'BULK_MUTATION_VARIABLES'
  | 'COLLECTION_IMAGE'
  | 'DISPUTE_FILE_UPLOAD'
  | 'FILE'
  | 'IMAGE'
  | 'MODEL_3D'
  | 'PRODUCT_IMAGE'
  | 'RETURN_LABEL'
  | 'SHOP_IMAGE'
  | 'URL_REDIRECT_IMPORT'
  | 'VIDEO';

export type AllCustomersNowQueryVariables = Exact<{ [key: string]: never; }>;


export type AllCustomersNowQuery = { customers: { edges: Array<{ node: { id: string, tags: Array<string>, standing: { value: string } | null } }> } };

export type BulkCustomersQueryVariables = Exact<{
  filter?: string | null | undefined;
}>;


export type BulkCustomersQuery = { customers: { edges: Array<{ node: { id: string, tags: Array<string>, createdAt: string, updatedAt: string, numberOfOrders: string, amountSpent: { amount: string } } }> } };

export type BulkOperationRunMutationMutationVariables = Exact<{
  mutation: string;
  stagedUploadPath: string;
}>;


export type BulkOperationRunMutationMutation = { bulkOperationRunMutation: { bulkOperation: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: BulkMutationErrorCode | null }> } | null };

export type BulkOperationRunQueryMutationVariables = Exact<{
  query: string;
}>;


export type BulkOperationRunQueryMutation = { bulkOperationRunQuery: { bulkOperation: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: BulkOperationUserErrorCode | null }> } | null };

export type BulkOperationQueryVariables = Exact<{
  id: string | number;
}>;


export type BulkOperationQuery = { bulkOperation: { status: BulkOperationStatus, errorCode: BulkOperationErrorCode | null, createdAt: string, objectCount: string, url: string | null, partialDataUrl: string | null } | null };

export type BulkOrdersQueryVariables = Exact<{
  filter?: string | null | undefined;
}>;


export type BulkOrdersQuery = { orders: { edges: Array<{ node: { id: string, name: string, processedAt: string, createdAt: string, updatedAt: string, cancelledAt: string | null, test: boolean, displayFinancialStatus: OrderDisplayFinancialStatus | null, taxesIncluded: boolean, customer: { id: string } | null, subtotalPriceSet: { shopMoney: { amount: string } } | null, totalShippingPriceSet: { shopMoney: { amount: string } }, totalTaxSet: { shopMoney: { amount: string } } | null, totalPriceSet: { shopMoney: { amount: string } }, currentTotalTaxSet: { shopMoney: { amount: string } }, totalRefundedShippingSet: { shopMoney: { amount: string } }, refunds: Array<{ id: string, createdAt: string | null, totalRefundedSet: { shopMoney: { amount: string } } }>, lineItems: { edges: Array<{ node: { id: string, sku: string | null, quantity: number, currentQuantity: number, isGiftCard: boolean, product: { id: string } | null, variant: { id: string } | null, discountedTotalSet: { shopMoney: { amount: string } } } }> } } }> } };

export type BulkProductsQueryVariables = Exact<{
  filter?: string | null | undefined;
}>;


export type BulkProductsQuery = { products: { edges: Array<{ node: { id: string, title: string, productType: string, vendor: string, isGiftCard: boolean, updatedAt: string } }> } };

export type CustomerNamesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CustomerNamesQuery = { nodes: Array<
    | { id: string, displayName: string }
    | Record<PropertyKey, never>
   | null> };

export type CustomerSearchQueryVariables = Exact<{
  query: string;
}>;


export type CustomerSearchQuery = { customers: { nodes: Array<{ id: string }> } };

export type CustomersNowQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type CustomersNowQuery = { nodes: Array<
    | { id: string, tags: Array<string>, standing: { value: string } | null }
    | Record<PropertyKey, never>
   | null> };

export type DiscountBasicCreateMutationVariables = Exact<{
  discount: DiscountAutomaticBasicInput;
}>;


export type DiscountBasicCreateMutation = { discountAutomaticBasicCreate: { automaticDiscountNode: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: DiscountErrorCode | null }> } | null };

export type DiscountBasicUpdateMutationVariables = Exact<{
  id: string | number;
  discount: DiscountAutomaticBasicInput;
}>;


export type DiscountBasicUpdateMutation = { discountAutomaticBasicUpdate: { automaticDiscountNode: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: DiscountErrorCode | null }> } | null };

export type DiscountDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type DiscountDeleteMutation = { discountAutomaticDelete: { deletedAutomaticDiscountId: string | null, userErrors: Array<{ field: Array<string> | null, message: string, code: DiscountErrorCode | null }> } | null };

export type DiscountFreeShippingCreateMutationVariables = Exact<{
  discount: DiscountAutomaticFreeShippingInput;
}>;


export type DiscountFreeShippingCreateMutation = { discountAutomaticFreeShippingCreate: { automaticDiscountNode: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: DiscountErrorCode | null }> } | null };

export type DiscountFreeShippingUpdateMutationVariables = Exact<{
  id: string | number;
  discount: DiscountAutomaticFreeShippingInput;
}>;


export type DiscountFreeShippingUpdateMutation = { discountAutomaticFreeShippingUpdate: { automaticDiscountNode: { id: string } | null, userErrors: Array<{ field: Array<string> | null, message: string, code: DiscountErrorCode | null }> } | null };

export type DiscountsByTitleQueryVariables = Exact<{
  search: string;
}>;


export type DiscountsByTitleQuery = { automaticDiscountNodes: { nodes: Array<{ id: string, automaticDiscount:
        | { title: string }
        | { title: string }
        | Record<PropertyKey, never>
       }> } };

export type ActiveDiscountsCountQueryVariables = Exact<{ [key: string]: never; }>;


export type ActiveDiscountsCountQuery = { discountNodesCount: { count: number } | null };

export type ImportTotalsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportTotalsQuery = { productsCount: { count: number } | null, customersCount: { count: number } | null, ordersCount: { count: number } | null };

export type MetafieldsDeleteMutationVariables = Exact<{
  metafields: Array<MetafieldIdentifierInput> | MetafieldIdentifierInput;
}>;


export type MetafieldsDeleteMutation = { metafieldsDelete: { deletedMetafields: Array<{ ownerId: string, key: string } | null> | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type MetafieldsSetMutationVariables = Exact<{
  metafields: Array<MetafieldsSetInput> | MetafieldsSetInput;
}>;


export type MetafieldsSetMutation = { metafieldsSet: { metafields: Array<{ id: string, ownerType: MetafieldOwnerType }> | null, userErrors: Array<{ field: Array<string> | null, message: string, code: MetafieldsSetUserErrorCode | null, elementIndex: number | null }> } | null };

export type OrderByIdQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type OrderByIdQuery = { order: { id: string, name: string, processedAt: string, createdAt: string, updatedAt: string, cancelledAt: string | null, test: boolean, displayFinancialStatus: OrderDisplayFinancialStatus | null, taxesIncluded: boolean, customer: { id: string } | null, subtotalPriceSet: { shopMoney: { amount: string } } | null, totalShippingPriceSet: { shopMoney: { amount: string } }, totalTaxSet: { shopMoney: { amount: string } } | null, totalPriceSet: { shopMoney: { amount: string } }, currentTotalTaxSet: { shopMoney: { amount: string } }, totalRefundedShippingSet: { shopMoney: { amount: string } }, refunds: Array<{ id: string, createdAt: string | null, totalRefundedSet: { shopMoney: { amount: string } } }>, lineItems: { nodes: Array<{ id: string, sku: string | null, quantity: number, currentQuantity: number, isGiftCard: boolean, product: { id: string } | null, variant: { id: string } | null, discountedTotalSet: { shopMoney: { amount: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SegmentCreateMutationVariables = Exact<{
  name: string;
  query: string;
}>;


export type SegmentCreateMutation = { segmentCreate: { segment: { id: string, name: string, query: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type SegmentDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type SegmentDeleteMutation = { segmentDelete: { deletedSegmentId: string | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type SegmentUpdateMutationVariables = Exact<{
  id: string | number;
  name: string;
  query: string;
}>;


export type SegmentUpdateMutation = { segmentUpdate: { segment: { id: string, name: string, query: string } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type SegmentsByNameQueryVariables = Exact<{
  search: string;
}>;


export type SegmentsByNameQuery = { segments: { nodes: Array<{ id: string, name: string, query: string }> } };

export type ShopLocalesQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopLocalesQuery = { shopLocales: Array<{ locale: string, primary: boolean }> };

export type ShopQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopQuery = { shop: { name: string, currencyCode: CurrencyCode, ianaTimezone: string, taxesIncluded: boolean }, currentAppInstallation: { accessScopes: Array<{ handle: string }> } };

export type StagedUploadsCreateMutationVariables = Exact<{
  input: Array<StagedUploadInput> | StagedUploadInput;
}>;


export type StagedUploadsCreateMutation = { stagedUploadsCreate: { stagedTargets: Array<{ url: string | null, parameters: Array<{ name: string, value: string }> }> | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type TagsAddMutationVariables = Exact<{
  id: string | number;
  tags: Array<string> | string;
}>;


export type TagsAddMutation = { tagsAdd: { node:
      | { id: string, tags: Array<string> }
      | Record<PropertyKey, never>
     | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type TagsRemoveMutationVariables = Exact<{
  id: string | number;
  tags: Array<string> | string;
}>;


export type TagsRemoveMutation = { tagsRemove: { node:
      | { id: string, tags: Array<string> }
      | Record<PropertyKey, never>
     | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type ThemeFilesQueryVariables = Exact<{ [key: string]: never; }>;


export type ThemeFilesQuery = { themes: { nodes: Array<{ files: { nodes: Array<{ filename: string, body:
            | { content: string }
            | Record<PropertyKey, never>
           }> } | null }> } | null };

/** Every operation's text with what it answers and takes. */
export type Operations = {
  "#graphql\n  mutation BulkOperationRunMutation($mutation: String!, $stagedUploadPath: String!) {\n    bulkOperationRunMutation(mutation: $mutation, stagedUploadPath: $stagedUploadPath) {\n      bulkOperation {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { result: BulkOperationRunMutationMutation; variables: BulkOperationRunMutationMutationVariables };
  "#graphql\n  mutation BulkOperationRunQuery($query: String!) {\n    bulkOperationRunQuery(query: $query) {\n      bulkOperation {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { result: BulkOperationRunQueryMutation; variables: BulkOperationRunQueryMutationVariables };
  "#graphql\n  mutation DiscountBasicCreate($discount: DiscountAutomaticBasicInput!) {\n    discountAutomaticBasicCreate(automaticBasicDiscount: $discount) {\n      automaticDiscountNode {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { result: DiscountBasicCreateMutation; variables: DiscountBasicCreateMutationVariables };
  "#graphql\n  mutation DiscountBasicUpdate($id: ID!, $discount: DiscountAutomaticBasicInput!) {\n    discountAutomaticBasicUpdate(id: $id, automaticBasicDiscount: $discount) {\n      automaticDiscountNode {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { result: DiscountBasicUpdateMutation; variables: DiscountBasicUpdateMutationVariables };
  "#graphql\n  mutation DiscountDelete($id: ID!) {\n    discountAutomaticDelete(id: $id) {\n      deletedAutomaticDiscountId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { result: DiscountDeleteMutation; variables: DiscountDeleteMutationVariables };
  "#graphql\n  mutation DiscountFreeShippingCreate($discount: DiscountAutomaticFreeShippingInput!) {\n    discountAutomaticFreeShippingCreate(freeShippingAutomaticDiscount: $discount) {\n      automaticDiscountNode {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { result: DiscountFreeShippingCreateMutation; variables: DiscountFreeShippingCreateMutationVariables };
  "#graphql\n  mutation DiscountFreeShippingUpdate($id: ID!, $discount: DiscountAutomaticFreeShippingInput!) {\n    discountAutomaticFreeShippingUpdate(id: $id, freeShippingAutomaticDiscount: $discount) {\n      automaticDiscountNode {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": { result: DiscountFreeShippingUpdateMutation; variables: DiscountFreeShippingUpdateMutationVariables };
  "#graphql\n  mutation MetafieldsDelete($metafields: [MetafieldIdentifierInput!]!) {\n    metafieldsDelete(metafields: $metafields) {\n      deletedMetafields {\n        ownerId\n        key\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { result: MetafieldsDeleteMutation; variables: MetafieldsDeleteMutationVariables };
  "#graphql\n  mutation MetafieldsSet($metafields: [MetafieldsSetInput!]!) {\n    metafieldsSet(metafields: $metafields) {\n      metafields {\n        id\n        ownerType\n      }\n      userErrors {\n        field\n        message\n        code\n        elementIndex\n      }\n    }\n  }\n": { result: MetafieldsSetMutation; variables: MetafieldsSetMutationVariables };
  "#graphql\n  mutation SegmentCreate($name: String!, $query: String!) {\n    segmentCreate(name: $name, query: $query) {\n      segment {\n        id\n        name\n        query\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { result: SegmentCreateMutation; variables: SegmentCreateMutationVariables };
  "#graphql\n  mutation SegmentDelete($id: ID!) {\n    segmentDelete(id: $id) {\n      deletedSegmentId\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { result: SegmentDeleteMutation; variables: SegmentDeleteMutationVariables };
  "#graphql\n  mutation SegmentUpdate($id: ID!, $name: String!, $query: String!) {\n    segmentUpdate(id: $id, name: $name, query: $query) {\n      segment {\n        id\n        name\n        query\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { result: SegmentUpdateMutation; variables: SegmentUpdateMutationVariables };
  "#graphql\n  mutation StagedUploadsCreate($input: [StagedUploadInput!]!) {\n    stagedUploadsCreate(input: $input) {\n      stagedTargets {\n        url\n        parameters {\n          name\n          value\n        }\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { result: StagedUploadsCreateMutation; variables: StagedUploadsCreateMutationVariables };
  "#graphql\n  mutation TagsAdd($id: ID!, $tags: [String!]!) {\n    tagsAdd(id: $id, tags: $tags) {\n      node {\n        ... on Customer {\n          id\n          tags\n        }\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { result: TagsAddMutation; variables: TagsAddMutationVariables };
  "#graphql\n  mutation TagsRemove($id: ID!, $tags: [String!]!) {\n    tagsRemove(id: $id, tags: $tags) {\n      node {\n        ... on Customer {\n          id\n          tags\n        }\n      }\n      userErrors {\n        field\n        message\n      }\n    }\n  }\n": { result: TagsRemoveMutation; variables: TagsRemoveMutationVariables };
  "#graphql\n  query ActiveDiscountsCount {\n    discountNodesCount(query: \"method:automatic status:active\") {\n      count\n    }\n  }\n": { result: ActiveDiscountsCountQuery; variables: ActiveDiscountsCountQueryVariables };
  "#graphql\n  query AllCustomersNow {\n    customers {\n      edges {\n        node {\n          id\n          tags\n          standing: metafield(namespace: \"$app\", key: \"standing\") {\n            value\n          }\n        }\n      }\n    }\n  }\n": { result: AllCustomersNowQuery; variables: AllCustomersNowQueryVariables };
  "#graphql\n  query BulkCustomers($filter: String) {\n    customers(query: $filter) {\n      edges {\n        node {\n          id\n          tags\n          createdAt\n          updatedAt\n          numberOfOrders\n          amountSpent {\n            amount\n          }\n        }\n      }\n    }\n  }\n": { result: BulkCustomersQuery; variables: BulkCustomersQueryVariables };
  "#graphql\n  query BulkOperation($id: ID!) {\n    bulkOperation(id: $id) {\n      status\n      errorCode\n      createdAt\n      objectCount\n      url\n      partialDataUrl\n    }\n  }\n": { result: BulkOperationQuery; variables: BulkOperationQueryVariables };
  "#graphql\n  query BulkOrders($filter: String) {\n    orders(query: $filter) {\n      edges {\n        node {\n          id\n          name\n          processedAt\n          createdAt\n          updatedAt\n          cancelledAt\n          test\n          displayFinancialStatus\n          taxesIncluded\n          customer {\n            id\n          }\n          subtotalPriceSet {\n            shopMoney {\n              amount\n            }\n          }\n          totalShippingPriceSet {\n            shopMoney {\n              amount\n            }\n          }\n          totalTaxSet {\n            shopMoney {\n              amount\n            }\n          }\n          totalPriceSet {\n            shopMoney {\n              amount\n            }\n          }\n          currentTotalTaxSet {\n            shopMoney {\n              amount\n            }\n          }\n          totalRefundedShippingSet {\n            shopMoney {\n              amount\n            }\n          }\n          refunds {\n            id\n            createdAt\n            totalRefundedSet {\n              shopMoney {\n                amount\n              }\n            }\n          }\n          lineItems {\n            edges {\n              node {\n                id\n                sku\n                quantity\n                currentQuantity\n                isGiftCard\n                product {\n                  id\n                }\n                variant {\n                  id\n                }\n                discountedTotalSet(withCodeDiscounts: true) {\n                  shopMoney {\n                    amount\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": { result: BulkOrdersQuery; variables: BulkOrdersQueryVariables };
  "#graphql\n  query BulkProducts($filter: String) {\n    products(query: $filter) {\n      edges {\n        node {\n          id\n          title\n          productType\n          vendor\n          isGiftCard\n          updatedAt\n        }\n      }\n    }\n  }\n": { result: BulkProductsQuery; variables: BulkProductsQueryVariables };
  "#graphql\n  query CustomerNames($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      ... on Customer {\n        id\n        displayName\n      }\n    }\n  }\n": { result: CustomerNamesQuery; variables: CustomerNamesQueryVariables };
  "#graphql\n  query CustomerSearch($query: String!) {\n    customers(first: 100, query: $query) {\n      nodes {\n        id\n      }\n    }\n  }\n": { result: CustomerSearchQuery; variables: CustomerSearchQueryVariables };
  "#graphql\n  query CustomersNow($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      ... on Customer {\n        id\n        tags\n        standing: metafield(namespace: \"$app\", key: \"standing\") {\n          value\n        }\n      }\n    }\n  }\n": { result: CustomersNowQuery; variables: CustomersNowQueryVariables };
  "#graphql\n  query DiscountsByTitle($search: String!) {\n    automaticDiscountNodes(first: 10, query: $search) {\n      nodes {\n        id\n        automaticDiscount {\n          ... on DiscountAutomaticBasic {\n            title\n          }\n          ... on DiscountAutomaticFreeShipping {\n            title\n          }\n        }\n      }\n    }\n  }\n": { result: DiscountsByTitleQuery; variables: DiscountsByTitleQueryVariables };
  "#graphql\n  query ImportTotals {\n    productsCount(limit: null) {\n      count\n    }\n    customersCount(limit: null) {\n      count\n    }\n    ordersCount(limit: null) {\n      count\n    }\n  }\n": { result: ImportTotalsQuery; variables: ImportTotalsQueryVariables };
  "#graphql\n  query OrderById($id: ID!, $after: String) {\n    order(id: $id) {\n      id\n      name\n      processedAt\n      createdAt\n      updatedAt\n      cancelledAt\n      test\n      displayFinancialStatus\n      taxesIncluded\n      customer {\n        id\n      }\n      subtotalPriceSet {\n        shopMoney {\n          amount\n        }\n      }\n      totalShippingPriceSet {\n        shopMoney {\n          amount\n        }\n      }\n      totalTaxSet {\n        shopMoney {\n          amount\n        }\n      }\n      totalPriceSet {\n        shopMoney {\n          amount\n        }\n      }\n      currentTotalTaxSet {\n        shopMoney {\n          amount\n        }\n      }\n      totalRefundedShippingSet {\n        shopMoney {\n          amount\n        }\n      }\n      refunds {\n        id\n        createdAt\n        totalRefundedSet {\n          shopMoney {\n            amount\n          }\n        }\n      }\n      lineItems(first: 250, after: $after) {\n        nodes {\n          id\n          sku\n          quantity\n          currentQuantity\n          isGiftCard\n          product {\n            id\n          }\n          variant {\n            id\n          }\n          discountedTotalSet(withCodeDiscounts: true) {\n            shopMoney {\n              amount\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": { result: OrderByIdQuery; variables: OrderByIdQueryVariables };
  "#graphql\n  query SegmentsByName($search: String!) {\n    segments(first: 10, query: $search) {\n      nodes {\n        id\n        name\n        query\n      }\n    }\n  }\n": { result: SegmentsByNameQuery; variables: SegmentsByNameQueryVariables };
  "#graphql\n  query Shop {\n    shop {\n      name\n      currencyCode\n      ianaTimezone\n      taxesIncluded\n    }\n    currentAppInstallation {\n      accessScopes {\n        handle\n      }\n    }\n  }\n": { result: ShopQuery; variables: ShopQueryVariables };
  "#graphql\n  query ShopLocales {\n    shopLocales {\n      locale\n      primary\n    }\n  }\n": { result: ShopLocalesQuery; variables: ShopLocalesQueryVariables };
  "#graphql\n  query ThemeFiles {\n    themes(first: 1, roles: [MAIN]) {\n      nodes {\n        files(first: 50, filenames: [\"templates/*.json\", \"templates/customers/*.json\"]) {\n          nodes {\n            filename\n            body {\n              ... on OnlineStoreThemeFileBodyText {\n                content\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": { result: ThemeFilesQuery; variables: ThemeFilesQueryVariables };
};
