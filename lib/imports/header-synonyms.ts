import type { FieldName } from "./fields";

/**
 * Column names real systems use, already in the form of `normalizeHeader`. `sure` names mean the field wherever they stand;
 * `likely` ones are taken only for a field nothing better was found for.
 */
export const HEADER_SYNONYMS: Record<FieldName, { sure: string[]; likely: string[] }> = {
  order_number: {
    sure: words(
      "ordernumber orderid salesordernumber salesorder salesdocument documentnumber sonumber so sonum orderref orderreference transactionnumber ordernum orderno webordernumber",
    ),
    likely: words("order docnumber document tranid id name num reference salesorderid"),
  },
  customer: {
    sure: words(
      "customer customername customeraccountname soldto soldtoparty soldtoname selltocustomername billtoname partner partnerid accountname clientname client company companyname buyer",
    ),
    likely: words("customernumber selltocustomernumber customerid account customeraccount billingname name"),
  },
  customer_po: {
    sure: words(
      "customerpo customerponumber ponumber po purchaseorder purchaseordernumber customerreference customerref yourreference clientorderref externaldocumentnumber custpo custponumber customerordernumber buyerpo",
    ),
    likely: words("ponum reference"),
  },
  order_status: {
    sure: words(
      "orderstatus status salesorderstatus documentstatus overalldeliverystatus overallstatus headerstatus orderstage fulfillmentstatus fulfilmentstatus deliverystatus orderstate",
    ),
    likely: words("stage salesstatus customstatus"),
  },
  requested_ship_date: {
    sure: words(
      "requestedshipdate requestedshippingdate requestedshipmentdate requesteddeliverydate requesteddate expectedshipmentdate expectedshipdate plannedshipdate plannedshipmentdate needby needbydate requireddate requiredby shipby shipbydate promisedate promiseddate shipmentdate datescheduled scheduledshipdate commitmentdate customerrequestdate",
    ),
    likely: words("shipdate deliverydate duedate due shippingdate shipon expecteddate deliverby"),
  },
  ship_to: {
    sure: words("shipto shiptoname shiptoparty shiptoaddress shippingaddress deliveryaddress shiptocode deliverto"),
    likely: words("shippingname destination deliveryname shiptocity"),
  },
  ship_method: {
    sure: words(
      "shipmethod shippingmethod shipvia shippingservice deliverymethod deliverymode deliverymodecode shipmentmethod shipmentmethodcode carrier carriername shippingagent shippingagentcode shippingcarrier",
    ),
    likely: words("via service freight shippingconditions shippingcondition"),
  },
  site: {
    sure: words(
      "warehouse warehousename warehousecode site shipfrom shipsite shippingsite shippingwarehouse shippingwarehouseid shipfromwarehouse fulfillmentlocation fulfilmentlocation locationcode locationgroup distributioncenter dc",
    ),
    likely: words("location branch plant facility depot shippingpoint locationname"),
  },
  currency: {
    sure: words("currency currencycode ordercurrency documentcurrency ordercurrencycode"),
    likely: words("cur curr"),
  },
  line_number: {
    sure: words(
      "linenumber orderlinenumber salesorderline salesdocumentitem lineid orderlineid linekey lineitemnumber itemlinenumber linesequence linesequencenumber iditems orderlinekey solinenumber lineitemid linenum lineno",
    ),
    likely: words("line lnumber ln position pos seq sequence"),
  },
  sku: {
    sure: words(
      "sku itemsku productcode itemcode itemcodeitems partnumber part partno productnumber stockcode lineitemsku orderlineproductid materialnumber material productsku variantsku articlenumber article catalognumber itemnumber",
    ),
    likely: words("item itemid product productid number model code"),
  },
  description: {
    sure: words(
      "description itemdescription itemdesc linedescription productdescription productname itemname itemnameitems lineitemname orderlinename materialdescription partdescription salesdescription shorttext",
    ),
    likely: words("desc title memo itemtext"),
  },
  uom: {
    sure: words(
      "uom unitofmeasure unitofmeasurecode uomitems salesunitsymbol salesunit unit units unitcode measure um",
    ),
    likely: words("orderlineproductuom productuom"),
  },
  quantity_ordered: {
    sure: words(
      "quantityordered orderedquantity orderquantity orderedsalesquantity salesquantity quantity quantityitems lineitemquantity orderlineproductuomqty orderlineproductuomquantity linequantity cumulativeorderquantity ordered unitsordered qtyordered orderqty orderedqty",
    ),
    likely: words("pieces pcs"),
  },
  quantity_picked: {
    sure: words("quantitypicked qtypicked pickedquantity pickedqty picked pickquantity unitspicked"),
    likely: [],
  },
  quantity_packed: {
    sure: words("quantitypacked qtypacked packedquantity packedqty packed packquantity unitspacked"),
    likely: [],
  },
  quantity_shipped: {
    sure: words(
      "quantityshipped qtyshipped shippedquantity shippedqty shipped quantityfulfilled fulfilledquantity quantityfulfilledreceived quantitydelivered deliveredquantity delivered quantityshippeditems unitsshipped",
    ),
    likely: words("fulfilled"),
  },
  quantity_invoiced: {
    sure: words(
      "quantityinvoiced qtyinvoiced invoicedquantity invoicedqty invoiced quantitybilled billedquantity billed",
    ),
    likely: [],
  },
  unit_price: {
    sure: words(
      "unitprice priceeach price salesprice netprice itemprice lineitemprice orderlinepriceunit rate rateitems sellingprice priceperunit unitpriceexclvat",
    ),
    likely: words("unitamount"),
  },
  line_requested_ship_date: {
    sure: words(
      "linerequestedshipdate linerequesteddate lineshipdate lineshipmentdate linerequireddate lineneedby lineneedbydate itemshipdate deliverydateitems lineitemshipdate linedeliverydate linepromisedate",
    ),
    likely: [],
  },
  line_status: {
    sure: words(
      "linestatus salesorderlinestatus itemstatus lineitemstatus lineitemfulfillmentstatus linestage orderlinestatus lineitemfulfilmentstatus",
    ),
    // Taken for the line only where another column already is the order's status.
    likely: ["status"],
  },
};

/** "Req. ship date" → "requestedshipdate", "Part No" → "partnumber", "OrderedSalesQty" → "orderedsalesquantity". */
export function normalizeHeader(header: string): string {
  const spaced = header
    .normalize("NFKC")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replaceAll("#", " # ");
  const parts = spaced.split(/[^\p{L}\p{N}#]+/u).filter((part) => part !== "");
  return parts.map((part) => ABBREVIATIONS.get(part) ?? part).join("");
}

const ABBREVIATIONS = new Map([
  ["#", "number"],
  ["no", "number"],
  ["nr", "number"],
  ["nbr", "number"],
  ["num", "number"],
  ["qty", "quantity"],
  ["req", "requested"],
  ["reqd", "requested"],
  ["cust", "customer"],
  ["ord", "ordered"],
]);

function words(list: string): string[] {
  return list.split(" ");
}
